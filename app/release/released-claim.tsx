import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { RationaleText } from "#app/card/rationale-text.tsx";
import { ReleasedSources } from "#app/release/released-sources.tsx";
import { Time } from "#app/ui/time.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import type { ReleasedClaimView } from "#server/services/release-view.ts";

/** One claim of a release: verdict and statement first, then what leads to it, row by row. */
export function ReleasedClaim({ claim, caseNumber }: { claim: ReleasedClaimView; caseNumber: number }) {
  const { reference, claimNumber, language, statement, verdict, mark, ratingWord, history } = claim;
  const title = `${reference}-statement`;
  return (
    <article className="released" id={reference} aria-labelledby={title}>
      <p className="released-line">
        <VerdictMark mark={mark} label={ratingWord} />
        <a className="ref" href={`#${reference}`} aria-label={`${reference}, address of this claim`}>
          {reference}
        </a>
        {history && <span>{history}</span>}
        <Link className="released-card" to={`/cases/${caseNumber}/claims/${claimNumber}`}>
          Open its card<span className="unseen"> {reference}</span>
        </Link>
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
      </div>
    </article>
  );
}

function Rows({ claim }: { claim: ReleasedClaimView }) {
  const { claimant, attribution, said, figures, quotes, rationale, gaps, sources, protectedWords, language } = claim;
  return (
    <>
      <Row name="Who says so" isShown={claimant !== "" || attribution !== ""}>
        {claimant && (
          <p dir="auto">
            <strong>{claimant}</strong>
          </p>
        )}
        {attribution && (
          <p className="meta" dir="auto">
            {attribution}
          </p>
        )}
      </Row>
      <Row name="When and where" isShown={said !== ""}>
        <p dir="auto">{said}</p>
      </Row>
      <Row name="Figures" isShown={figures.length > 0}>
        {figures.map((words) => (
          <p key={words} className="released-figure" dir="auto">
            {words}
          </p>
        ))}
      </Row>
      <Row name="In the document" isShown={quotes.length > 0}>
        {quotes.map((quote) => (
          <QuoteLine key={quote.id} quote={quote} />
        ))}
      </Row>
      <Row name="Rationale" isShown={rationale.length > 0}>
        <div className="released-reading" lang={language || undefined}>
          <RationaleText blocks={rationale} numberOf={(anchor) => numberOf(claim, anchor)} />
        </div>
      </Row>
      <Row name="What is not known" isShown={gaps !== ""}>
        <p className="released-reading" lang={language || undefined} dir="auto">
          {gaps}
        </p>
      </Row>
      <Row name="Sources" isShown={sources.length > 0 || protectedWords !== ""}>
        <ReleasedSources sources={sources} protectedWords={protectedWords} />
      </Row>
      <Row name="Signed off" isShown>
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

function QuoteLine({ quote: { exact, language, where } }: { quote: ReleasedClaimView["quotes"][number] }) {
  return (
    <div>
      <blockquote className="released-quote" lang={language || undefined} dir="auto">
        {exact}
      </blockquote>
      {where && (
        <p className="meta" dir="auto">
          {where}
        </p>
      )}
    </div>
  );
}

function SignedBy({ claim: { signOffs, contentHash } }: { claim: ReleasedClaimView }) {
  return (
    <>
      {signOffs.map(({ name, at }) => (
        <p key={`${name} ${at}`}>
          <strong dir="auto">{name}</strong>{" "}
          <span className="meta">
            <Time at={at} />
          </span>
        </p>
      ))}
      <p className="release-page-hash">
        Content hash {contentHash ? <code>{contentHash}</code> : "withheld, because it covers a protected source"}
      </p>
    </>
  );
}
