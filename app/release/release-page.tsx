import "#app/release/release.css";
import "#app/release/release-page.css";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { ReleasedCorrections } from "#app/corrections/released-corrections.tsx";
import { usePublication } from "#app/publishing/use-publication.tsx";
import { CheckRelease } from "#app/release/check-release.tsx";
import { FindInRelease } from "#app/release/find-in-release.tsx";
import { oneAfterAnother } from "#app/release/one-after-another.ts";
import { PageLinks } from "#app/release/page-links.tsx";
import { type Format, ReleaseFiles } from "#app/release/release-files.tsx";
import { ReleasedClaim } from "#app/release/released-claim.tsx";
import { useClaimOfAnchor } from "#app/release/use-claim-of-anchor.ts";
import { Button } from "#app/ui/button.tsx";
import { Time } from "#app/ui/time.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { BundleView } from "#server/services/bundles.ts";
import type { PublicationView } from "#server/services/publications.ts";
import type { ReleasedClaimView, ReleaseView } from "#server/services/release-view.ts";

type PageProps = {
  release: ReleaseView;
  bundle: BundleView | null;
  publication: PublicationView | null;
  formats: readonly Format[];
  caseNumber: number;
};

/** One release to read and to print: every claim under its reference, as it was signed. */
export function ReleasePage({ release, bundle, publication, formats, caseNumber }: PageProps) {
  const say = useWords("release");
  const { number, claims, count, part } = release;
  useClaimOfAnchor(claims, part.pages > 1);
  const { panel, question, ofClaim } = usePublication({ publication, release: number, caseNumber });
  return (
    <div className="release-page">
      <ReleaseHead release={release} caseNumber={caseNumber} />
      {panel}
      {question}
      {release.retractions.length > 0 && <Withdrawn of={release.retractions} />}
      {count > claims.length && <FindInRelease part={part} count={count} />}
      {claims.length > 1 && <Contents claims={claims} />}
      {claims.map((claim) => (
        <ReleasedClaim
          key={claim.reference}
          claim={claim}
          release={number}
          caseNumber={caseNumber}
          publicPage={ofClaim(claim)}
        />
      ))}
      <PageLinks part={part} name={say("pages_below")} />
      <section className="release-page-files" aria-labelledby="files-title">
        <h3 className="preflight-title" id="files-title">
          {say("files_of", { number })}
        </h3>
        <ReleaseFiles release={number} claims={count} formats={formats} caseNumber={caseNumber} />
      </section>
      <CheckRelease bundle={bundle} release={number} caseNumber={caseNumber} />
    </div>
  );
}

function ReleaseHead({ release, caseNumber }: { release: ReleaseView; caseNumber: number }) {
  const say = useWords("release");
  const { number, newest, count, madeAt, madeBy, sha256, quorum } = release;
  return (
    <header className="release-page-head">
      <p className="release-page-back">
        <Link to={`/cases/${caseNumber}/release`}>{say("all_releases")}</Link>
      </p>
      <h2 className="release-page-title">{say("release_one", { number })}</h2>
      {newest > number && (
        <p className="release-page-older">
          <Words
            room="release"
            id="not_latest"
            values={{
              number: newest,
              newest: (inside) => <Link to={`/cases/${caseNumber}/releases/${newest}`}>{inside}</Link>,
            }}
          />
        </p>
      )}
      <p className="release-page-facts">
        <Words
          room="release"
          id="released_by"
          values={{ count, time: <Time at={madeAt} />, who: <bdi>{madeBy}</bdi> }}
        />
      </p>
      {count > 0 && (
        <p className="release-page-facts">
          {say("quorum", { count: quorum })} <Scales scales={release.scales} />
        </p>
      )}
      <p className="release-page-hash">
        <Words room="release" id="claim_set_hash" values={{ hash: <code dir="ltr">{sha256}</code> }} />
      </p>
      <p className="release-page-print">
        <Button onClick={() => window.print()}>{say("print")}</Button>
        {release.part.pages > 1 && <PrintAll release={release} caseNumber={caseNumber} />}
      </p>
    </header>
  );
}

/** What is printed of a release of many pages, and where all of it is to be had. */
function PrintAll({ release: { number, part }, caseNumber }: { release: ReleaseView; caseNumber: number }) {
  const report = (inside: ReactNode) => (
    <a href={`/cases/${caseNumber}/releases/${number}/html`} download>
      {inside}
    </a>
  );
  const { from, to, found: count } = part;
  return (
    <span className="meta">
      <Words room="release" id="print_part" values={{ from, to, count, report }} />
    </span>
  );
}

function Scales({ scales }: Pick<ReleaseView, "scales">) {
  const say = useWords("release");
  if (scales.length === 0) return say("no_scale");
  return say("ratings", {
    scales: oneAfterAnother(
      say,
      scales.map((one) => say("scale", one)),
    ),
  });
}

function Withdrawn({ of: retractions }: { of: ReleaseView["retractions"] }) {
  const say = useWords("corrections");
  return (
    <section aria-labelledby="withdrawn-title">
      <h3 className="preflight-title" id="withdrawn-title">
        {say("release_title")} <span className="count">{retractions.length}</span>
      </h3>
      <p className="release-page-facts">{say("release_hint")}</p>
      <ReleasedCorrections of={retractions} named />
    </section>
  );
}

function Contents({ claims }: { claims: readonly ReleasedClaimView[] }) {
  const say = useWords("release");
  return (
    <nav className="release-contents" aria-label={say("claims_of_release")}>
      <ol className="release-contents-list">
        {claims.map(({ reference, statement, language, mark, ratingLabel }) => (
          <li key={reference} className="release-contents-claim">
            <VerdictMark mark={mark} label={ratingLabel ?? say("no_rating")} />
            <a href={`#${reference}`} lang={language || undefined} dir="auto">
              {statement}
            </a>
            <span className="ref" dir="ltr">
              {reference}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
