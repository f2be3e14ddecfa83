import "#app/release/release.css";
import "#app/release/release-page.css";
import { Link } from "@remix-run/react";
import { claimWords } from "#app/board/words.ts";
import { type Format, ReleaseFiles } from "#app/release/release-files.tsx";
import { ReleasedClaim } from "#app/release/released-claim.tsx";
import { Time } from "#app/ui/time.tsx";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import type { ReleasedClaimView, ReleaseView } from "#server/services/release-view.ts";

type PageProps = { release: ReleaseView; formats: readonly Format[]; caseNumber: number };

/** One release to read and to print: every claim under its reference, as it was signed. */
export function ReleasePage({ release, formats, caseNumber }: PageProps) {
  const { number, claims } = release;
  return (
    <div className="release-page">
      <ReleaseHead release={release} caseNumber={caseNumber} />
      {claims.length > 1 && <Contents claims={claims} />}
      {claims.map((claim) => (
        <ReleasedClaim key={claim.reference} claim={claim} caseNumber={caseNumber} />
      ))}
      <section className="release-page-files" aria-labelledby="files-title">
        <h3 className="preflight-title" id="files-title">
          Files of v{number}
        </h3>
        <ReleaseFiles release={number} formats={formats} caseNumber={caseNumber} />
      </section>
    </div>
  );
}

function ReleaseHead({ release, caseNumber }: { release: ReleaseView; caseNumber: number }) {
  const { number, newest, claims, madeAt, madeBy, sha256, quorumWords, scaleName } = release;
  return (
    <header className="release-page-head">
      <p className="release-page-back">
        <Link to={`/cases/${caseNumber}/release`}>All releases of this case</Link>
      </p>
      <h2 className="release-page-title">Release v{number}</h2>
      {newest > number && (
        <p className="release-page-older">
          This is not the latest release. <Link to={`/cases/${caseNumber}/releases/${newest}`}>Read v{newest}</Link>
        </p>
      )}
      <p className="release-page-facts">
        {claimWords(claims.length)}, released <Time at={madeAt} /> by <bdi>{madeBy}</bdi>
      </p>
      <p className="release-page-facts">
        {quorumWords} {scaleName ? `Ratings: ${scaleName}.` : "No scale: each verdict is a sentence."}
      </p>
      <p className="release-page-hash">
        Claim set, SHA-256 <code>{sha256}</code>
      </p>
    </header>
  );
}

function Contents({ claims }: { claims: readonly ReleasedClaimView[] }) {
  return (
    <nav className="release-contents" aria-label="Claims of this release">
      <ol className="release-contents-list">
        {claims.map(({ reference, statement, language, mark, ratingWord }) => (
          <li key={reference} className="release-contents-claim">
            <VerdictMark mark={mark} label={ratingWord} />
            <a href={`#${reference}`} lang={language || undefined} dir="auto">
              {statement}
            </a>
            <span className="ref">{reference}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
