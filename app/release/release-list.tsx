import "#app/board/facts.css";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { BundleFile } from "#app/release/bundle-link.tsx";
import { Hash } from "#app/release/hash.tsx";
import { type Format, ReleaseFiles } from "#app/release/release-files.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { ReleaseRow } from "#server/services/releases.ts";

type ListProps = { releases: ReleaseRow[]; formats: Format[]; caseNumber: number; children: ReactNode };

/** Every release of the case, newest first, with its files and the hash that they all carry. */
export function ReleaseList({ releases, formats, caseNumber, children }: ListProps) {
  const say = useWords("release");
  return (
    <section className="releases" aria-labelledby="releases-title">
      <h3 className="preflight-title" id="releases-title">
        {say("releases")} <span className="count">{releases.length}</span>
      </h3>
      {releases.length === 0 && <p className="quiet">{say("nothing_released")}</p>}
      {releases.map((release, place) => (
        <Release
          key={release.number}
          release={release}
          formats={formats}
          caseNumber={caseNumber}
          isOpen={place === 0}
        />
      ))}
      {children}
    </section>
  );
}

type ReleaseProps = { release: ReleaseRow; formats: Format[]; caseNumber: number; isOpen: boolean };

function Release({ release: { number, madeAt, madeBy, claims, sha256 }, formats, caseNumber, isOpen }: ReleaseProps) {
  const say = useWords("release");
  return (
    <article className="release" aria-label={say("release_one", { number })}>
      <header className="release-head">
        <h4 className="release-name" dir="ltr">
          v{number}
        </h4>
        <p className="release-facts">
          <Words
            room="release"
            id="release_of"
            values={{ count: claims, who: <bdi>{madeBy?.name ?? say("somebody")}</bdi>, time: <Time at={madeAt} /> }}
          />
        </p>
        <Link className="release-read" to={`/cases/${caseNumber}/releases/${number}`}>
          {say("read", { number })}
        </Link>
        <div className="release-hash">
          <bdi>SHA-256</bdi> <Hash value={sha256} label={say("hash_of", { number })} />
        </div>
      </header>
      <details className="release-files" open={isOpen}>
        <summary>{say("files_of", { number })}</summary>
        <BundleFile release={number} caseNumber={caseNumber} />
        <ReleaseFiles release={number} claims={claims} formats={formats} caseNumber={caseNumber} />
      </details>
    </article>
  );
}
