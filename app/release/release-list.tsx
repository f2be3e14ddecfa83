import "#app/board/facts.css";
import { claimWords } from "#app/board/words.ts";
import { Hash } from "#app/release/hash.tsx";
import { Time } from "#app/ui/time.tsx";
import type { ReleaseRow } from "#server/services/releases.ts";

type Format = { id: string; label: string; purpose: string };
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
        <ReleaseItem
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

type ItemProps = { release: ReleaseRow; formats: Format[]; caseNumber: number; isOpen: boolean };

function ReleaseItem({ release: { number, madeAt, madeBy, claims, sha256 }, formats, caseNumber, isOpen }: ItemProps) {
  return (
    <article className="release" aria-label={`Release v${number}`}>
      <header className="release-head">
        <h4 className="release-name">v{number}</h4>
        <p className="release-facts">
          {claimWords(claims)}, {madeBy?.name ?? "somebody"}, <Time at={madeAt} />
        </p>
        <div className="release-hash">
          SHA-256 <Hash value={sha256} label={`SHA-256 of v${number}:`} />
        </div>
      </header>
      <details className="release-files" open={isOpen}>
        <summary>Files of v{number}</summary>
        <ul className="file-list">
          {formats.map(({ id, label, purpose }) => (
            <li key={id} className="file">
              <a className="file-link" href={`/cases/${caseNumber}/releases/${number}/${id}`} download>
                {label}
                <span className="unseen"> of v{number}</span>
              </a>
              <span className="file-purpose">{purpose}</span>
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
}
