import "#app/board/facts.css";
import { Link } from "@remix-run/react";
import { claimWords } from "#app/board/words.ts";
import { Hash } from "#app/release/hash.tsx";
import { type Format, ReleaseFiles } from "#app/release/release-files.tsx";
import { Time } from "#app/ui/time.tsx";
import type { ReleaseRow } from "#server/services/releases.ts";

type ListProps = { releases: ReleaseRow[]; formats: Format[]; caseNumber: number };

/** Every release of the case, newest first, with its files and the hash that they all carry. */
export function ReleaseList({ releases, formats, caseNumber }: ListProps) {
  return (
    <section className="releases" aria-labelledby="releases-title">
      <h3 className="preflight-title" id="releases-title">
        Releases <span className="count">{releases.length}</span>
      </h3>
      {releases.length === 0 && <p className="quiet">Nothing is released yet. Files to download appear here.</p>}
      {releases.map((release, place) => (
        <Release
          key={release.number}
          release={release}
          formats={formats}
          caseNumber={caseNumber}
          isOpen={place === 0}
        />
      ))}
    </section>
  );
}

type ReleaseProps = { release: ReleaseRow; formats: Format[]; caseNumber: number; isOpen: boolean };

function Release({ release: { number, madeAt, madeBy, claims, sha256 }, formats, caseNumber, isOpen }: ReleaseProps) {
  return (
    <article className="release" aria-label={`Release v${number}`}>
      <header className="release-head">
        <h4 className="release-name">v{number}</h4>
        <p className="release-facts">
          {claimWords(claims)}, {madeBy?.name ?? "somebody"}, <Time at={madeAt} />
        </p>
        <Link className="release-read" to={`/cases/${caseNumber}/releases/${number}`}>
          Read v{number}
        </Link>
        <div className="release-hash">
          SHA-256 <Hash value={sha256} label={`SHA-256 of v${number}:`} />
        </div>
      </header>
      <details className="release-files" open={isOpen}>
        <summary>Files of v{number}</summary>
        <ReleaseFiles release={number} formats={formats} caseNumber={caseNumber} />
      </details>
    </article>
  );
}
