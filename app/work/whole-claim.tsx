import type { ReactNode } from "react";
import { citedOrder, numberIn } from "#app/card/numbering.ts";
import { RationaleText } from "#app/card/rationale-text.tsx";
import { useFigureWords } from "#app/card/use-figure-words.ts";
import { useMediaLines } from "#app/card/use-media-lines.ts";
import { useSourceName } from "#app/card/use-source-name.ts";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Card, Source } from "#domain/card.ts";
import { safeHref } from "#domain/safe-href.ts";

/** A card to read from beginning to end, as somebody who is to sign it reads it. */
export function WholeClaim({ card }: { card: Card }) {
  const { claimant, outlet, speaker, organisation, saidWhen, saidWhere, figures, quotes, rationale, gaps } = card;
  const order = citedOrder(card);
  const say = useWords("work");
  const { whole } = useFigureWords();
  const sayMedia = useWords("media");
  const mediaLines = useMediaLines();
  return (
    <div className="whole">
      <Row name={say("part_who")} texts={[claimant, [speaker, organisation, outlet].filter(Boolean).join(", ")]} />
      <Row name={say("part_when")} texts={[[saidWhen, saidWhere].filter(Boolean).join(", ")]} />
      {card.media && <Row name={sayMedia("title")} texts={mediaLines(card.media)} />}
      <Row name={say("part_figures")} texts={figures.map(whole)} />
      <Part name={say("part_quotes")} isShown={quotes.length > 0}>
        {quotes.map(({ id, exact }) => (
          <blockquote key={id} className="whole-quote" lang={card.language || undefined} dir="auto">
            <ShownText text={exact} />
          </blockquote>
        ))}
      </Part>
      <Part name={say("part_rationale")} isShown={rationale.length > 0}>
        <div className="whole-reading" lang={card.language || undefined}>
          <RationaleText blocks={rationale} numberOf={(id) => numberIn(order, id)} />
        </div>
      </Part>
      <Row name={say("part_gaps")} texts={[gaps]} />
      <Part name={say("part_sources")} isShown={card.sources.length > 0}>
        <ul className="whole-sources">
          {card.sources.map((source) => (
            <SourceLine key={source.id} source={source} number={numberIn(order, source.id)} />
          ))}
        </ul>
      </Part>
    </div>
  );
}

function Row({ name, texts }: { name: string; texts: readonly string[] }) {
  const said = texts.filter((one) => one.trim() !== "");
  return (
    <Part name={name} isShown={said.length > 0}>
      {said.map((text) => (
        <p key={text} dir="auto">
          <ShownText text={text} />
        </p>
      ))}
    </Part>
  );
}

function Part({ name, isShown, children }: { name: string; isShown: boolean; children: ReactNode }) {
  if (!isShown) return null;
  return (
    <section className="whole-part">
      <h3>{name}</h3>
      <div className="whole-words">{children}</div>
    </section>
  );
}

function SourceLine({ source, number }: { source: Source; number: number | null }) {
  const { id, url, quote, quoteLanguage, locator, stance } = source;
  const href = safeHref(url);
  const say = useWords("work");
  const name = useSourceName()(source);
  return (
    <li className="whole-source" id={`source-${id}`}>
      <p className="meta">
        {number !== null && <span className="ref">[{number}]</span>} {say(`stance_${stance}`)}
      </p>
      <p dir="auto">
        {href ? (
          <a href={href} rel="noopener noreferrer nofollow" target="_blank">
            <ShownText text={name} />
          </a>
        ) : (
          <ShownText text={name} />
        )}
        {locator && <span className="meta"> {locator}</span>}
      </p>
      {quote && (
        <blockquote className="whole-quote" lang={quoteLanguage || undefined} dir="auto">
          <ShownText text={quote} />
        </blockquote>
      )}
    </li>
  );
}
