import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { RationaleText } from "#app/card/rationale-text.tsx";
import { useFigureWords } from "#app/card/use-figure-words.ts";
import { useMediaLines } from "#app/card/use-media-lines.ts";
import { ReleasedCorrections } from "#app/corrections/released-corrections.tsx";
import { oneAfterAnother } from "#app/release/one-after-another.ts";
import { ReleasedSources } from "#app/release/released-sources.tsx";
import { Time } from "#app/ui/time.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { Say } from "#domain/words/say.ts";
import type { ReleasedClaimView } from "#server/services/release-view.ts";

type ClaimProps = { claim: ReleasedClaimView; release: number; caseNumber: number; publicPage: ReactNode };

/** One claim of a release: verdict and statement first, then what leads to it, row by row. */
export function ReleasedClaim({ claim, release, caseNumber, publicPage }: ClaimProps) {
  const say = useWords("release");
  const sayOfPublishing = useWords("publishing");
  const { reference, claimNumber, language, statement, verdict, mark, ratingLabel } = claim;
  const title = `${reference}-statement`;
  return (
    <article className="released" id={reference} aria-labelledby={title}>
      <p className="released-line">
        <VerdictMark mark={mark} label={ratingLabel ?? say("no_rating")} />
        <a className="ref" dir="ltr" href={`#${reference}`} aria-label={say("address_of_claim", { reference })}>
          {reference}
        </a>
        <Since claim={claim} />
        <Link className="released-card" to={`/cases/${caseNumber}/claims/${claimNumber}`}>
          <Words
            room="release"
            id="open_card"
            values={{ reference, unseen: (inside) => <span className="unseen">{inside}</span> }}
          />
        </Link>
        <a className="released-card" href={`/cases/${caseNumber}/releases/${release}/claims/${claimNumber}`} download>
          <Words
            room="release"
            id="claim_review_of"
            values={{ reference, unseen: (inside) => <span className="unseen">{inside}</span> }}
          />
        </a>
      </p>
      <h3 className="released-statement" id={title} lang={language || undefined} dir="auto">
        {statement}
      </h3>
      {verdict && (
        <p className="released-verdict" lang={language || undefined} dir="auto">
          {verdict}
        </p>
      )}
      <div className="released-rows">
        <Rows claim={claim} />
        <Row name={sayOfPublishing("title")} isShown={publicPage !== null}>
          {publicPage}
        </Row>
      </div>
    </article>
  );
}

/** Since which release it stands, and whether it was changed after an earlier one. */
function Since({ claim: { firstReleasedIn, changedSince } }: { claim: ReleasedClaimView }) {
  const say = useWords("release");
  return (
    <>
      {firstReleasedIn !== null && <span>{say("first_released", { number: firstReleasedIn })}</span>}
      {changedSince !== null && <span>{say("changed_since_release", { number: changedSince })}</span>}
    </>
  );
}

/** "Paraphrased; speaker: …; organisation: …; carried by …", with the parts that are known. */
function attributionWords(say: Say<"release">, { mode, speaker, organisation, outlet }: ReleasedClaimView): string {
  return oneAfterAnother(say, [
    mode ? say("mode", { mode }) : "",
    speaker && say("speaker", { name: speaker }),
    organisation && say("organisation", { name: organisation }),
    outlet && say("carried_by", { name: outlet }),
  ]);
}

function Rows({ claim }: { claim: ReleasedClaimView }) {
  const say = useWords("release");
  const sayOfCorrections = useWords("corrections");
  const sayMedia = useWords("media");
  const mediaLines = useMediaLines();
  const { claimant, said, media, figures, quotes, rationale, gaps, sources, protectedSources, language } = claim;
  const attribution = attributionWords(say, claim);
  return (
    <>
      <Row name={say("row_who")} isShown={claimant !== "" || attribution !== ""}>
        {claimant && (
          <p>
            <strong>
              <bdi>{claimant}</bdi>
            </strong>
          </p>
        )}
        {attribution && <p className="meta">{attribution}</p>}
      </Row>
      <Row name={say("row_said")} isShown={said.length > 0}>
        <p>
          <bdi>{said.join(", ")}</bdi>
        </p>
      </Row>
      <Row name={sayMedia("title")} isShown={media !== null}>
        {media &&
          mediaLines(media).map((words) => (
            <p key={words} dir="auto">
              {words}
            </p>
          ))}
      </Row>
      <Row name={say("row_figures")} isShown={figures.length > 0}>
        <Figures of={figures} />
      </Row>
      <Row name={say("row_quotes")} isShown={quotes.length > 0}>
        {quotes.map((quote) => (
          <QuoteLine key={quote.id} quote={quote} />
        ))}
      </Row>
      <Row name={say("row_rationale")} isShown={rationale.length > 0}>
        <div className="released-reading" lang={language || undefined}>
          <RationaleText blocks={rationale} numberOf={(anchor) => numberOf(claim, anchor)} />
        </div>
      </Row>
      <Row name={say("row_gaps")} isShown={gaps !== ""}>
        <p className="released-reading" lang={language || undefined} dir="auto">
          {gaps}
        </p>
      </Row>
      <Row name={say("row_sources")} isShown={sources.length + protectedSources > 0}>
        <ReleasedSources sources={sources} protectedSources={protectedSources} />
      </Row>
      <Row name={sayOfCorrections("title")} isShown={claim.corrections.length > 0}>
        <ReleasedCorrections of={claim.corrections} />
      </Row>
      <Row name={say("row_signed")} isShown>
        <SignedBy claim={claim} />
      </Row>
    </>
  );
}

const numberOf = ({ sources }: ReleasedClaimView, anchor: string) =>
  sources.find((one) => one.anchor === anchor)?.number ?? null;

function Row({ name, isShown, children }: { name: string; isShown: boolean; children: ReactNode }) {
  if (!isShown) return null;
  return (
    <section className="released-row">
      <h4>{name}</h4>
      <div className="released-words">{children}</div>
    </section>
  );
}

/** In the words of the printed report, each once. */
function Figures({ of: figures }: { of: ReleasedClaimView["figures"] }) {
  const say = useWords("release");
  const { bound } = useFigureWords();
  const inWords = (one: (typeof figures)[number]) => {
    const figure = bound(one);
    return one.asOf && !figure.includes(one.asOf) ? say("figure_as_of", { figure, asOf: one.asOf }) : figure;
  };
  return [...new Set(figures.map(inWords))].map((words) => (
    <p key={words} className="released-figure">
      <bdi>{words}</bdi>
    </p>
  ));
}

function QuoteLine({ quote: { exact, language, where } }: { quote: ReleasedClaimView["quotes"][number] }) {
  return (
    <div>
      <blockquote className="released-quote" lang={language || undefined} dir="auto">
        {exact}
      </blockquote>
      {where && (
        <p className="meta">
          <Words room="release" id="in_document" values={{ title: <bdi>{where.title}</bdi>, version: where.version }} />
        </p>
      )}
    </div>
  );
}

function SignedBy({ claim: { signOffs, contentHash } }: { claim: ReleasedClaimView }) {
  const say = useWords("release");
  return (
    <>
      {signOffs.map(({ name, at }) => (
        <p key={`${name} ${at}`}>
          <strong>
            <bdi>{name}</bdi>
          </strong>{" "}
          <span className="meta">
            <Time at={at} />
          </span>
        </p>
      ))}
      <p className="release-page-hash">
        {contentHash ? (
          <Words room="release" id="content_hash" values={{ hash: <code dir="ltr">{contentHash}</code> }} />
        ) : (
          say("content_hash_withheld")
        )}
      </p>
    </>
  );
}
