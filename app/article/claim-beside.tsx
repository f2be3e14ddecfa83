import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { BesideFacts } from "#app/article/beside-facts.ts";
import { numberIn } from "#app/card/numbering.ts";
import { RationaleText } from "#app/card/rationale-text.tsx";
import { useFigureWords } from "#app/card/use-figure-words.ts";
import { useSourceName } from "#app/card/use-source-name.ts";
import { useCase } from "#app/case/use-case.ts";
import { ShownText } from "#app/ui/shown-text.tsx";
import { StatusWord } from "#app/ui/status-word.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import { useWords } from "#app/words/speech.tsx";
import { safeHref } from "#domain/safe-href.ts";

/** A claim to read beside its article: what it says, who says so, what was found, and on what that rests. */
export function ClaimBeside({ claim }: { claim: BesideFacts }) {
  const say = useWords("article");
  const figures = useFigureWords();
  const { card, cited } = claim;
  const language = card.language || undefined;
  return (
    <article className="beside-claim" aria-labelledby="beside-statement">
      <Standing claim={claim} />
      <h2
        className="beside-statement"
        id="beside-statement"
        lang={(card.statement && language) || undefined}
        dir="auto"
      >
        {card.statement ? <ShownText text={card.statement} /> : say("no_statement")}
      </h2>
      {card.claimant && (
        <p className="meta" dir="auto">
          <ShownText text={card.claimant} />
        </p>
      )}
      <Part title={say("beside_verdict")} isShown={card.verdict !== ""}>
        <p lang={language} dir="auto">
          <ShownText text={card.verdict} />
        </p>
      </Part>
      <Part title={say("beside_figures")} isShown={card.figures.length > 0}>
        {card.figures.map((figure) => (
          <p key={figure.id} dir="auto">
            <ShownText text={figures.whole(figure)} />
          </p>
        ))}
      </Part>
      <Part title={say("beside_rationale")} isShown={card.rationale.length > 0}>
        <div className="beside-reading" lang={language}>
          <RationaleText blocks={card.rationale} numberOf={(id) => numberIn(cited, id)} />
        </div>
      </Part>
      <Part title={say("beside_gaps")} isShown={card.gaps !== ""}>
        <p className="beside-reading" lang={language} dir="auto">
          <ShownText text={card.gaps} />
        </p>
      </Part>
      <Part title={say("beside_sources")} isShown>
        <Sources claim={claim} />
      </Part>
    </article>
  );
}

function Standing({ claim }: { claim: BesideFacts }) {
  const say = useWords("article");
  const { parent } = useCase();
  const { reference, status, duplicateOf, assignee } = claim;
  return (
    <>
      <p className="claim-line">
        <span className="ref">{reference}</span>
        <VerdictMark mark={claim.mark} label={claim.ratingLabel} />
        <StatusWord status={status} />
      </p>
      {duplicateOf && (
        <p className="meta">
          {say("beside_duplicate")}{" "}
          <Link to={`/cases/${parent.number}/claims/${duplicateOf.number}`}>{duplicateOf.reference}</Link>
        </p>
      )}
      {assignee && <p className="meta">{say("beside_assignee", { name: assignee })}</p>}
    </>
  );
}

function Part({ title, isShown, children }: { title: string; isShown: boolean; children: ReactNode }) {
  if (!isShown) return null;
  return (
    <section className="beside-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Sources({ claim: { card, cited } }: { claim: BesideFacts }) {
  const say = useWords("article");
  if (card.sources.length === 0) return <p className="quiet">{say("beside_no_sources")}</p>;
  return (
    <ul className="beside-sources">
      {card.sources.map((source) => (
        <Source key={source.id} source={source} number={numberIn(cited, source.id)} />
      ))}
    </ul>
  );
}

type SourceProps = { source: BesideFacts["card"]["sources"][number]; number: number | null };

function Source({ source, number }: SourceProps) {
  const say = useWords("article");
  const stances = useWords("sources");
  const href = safeHref(source.url);
  const name = <ShownText text={useSourceName()(source)} />;
  return (
    <li id={`source-${source.id}`} className="beside-source">
      <p className="meta">
        {stances(source.stance)}
        {number !== null && ` [${number}]`}
        {source.protected && <span className="tag">{say("beside_protected")}</span>}
      </p>
      {source.quote && (
        <blockquote lang={source.quoteLanguage || undefined} dir="auto">
          <ShownText text={source.quote} />
        </blockquote>
      )}
      <p dir="auto">
        {href ? (
          <a href={href} rel="noopener noreferrer nofollow" target="_blank">
            {name}
          </a>
        ) : (
          name
        )}
      </p>
    </li>
  );
}
