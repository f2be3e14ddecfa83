import type { ReactNode } from "react";
import { useWords, Words } from "#app/words/speech.tsx";
import { safeHref } from "#domain/safe-href.ts";
import type { ReleasedSourceView } from "#server/services/release-view.ts";

type SourcesProps = { sources: readonly ReleasedSourceView[]; protectedSources: number };

/** The sources of a released claim under the numbers that its rationale cites. Protected ones are counted, never named. */
export function ReleasedSources({ sources, protectedSources }: SourcesProps) {
  const say = useWords("release");
  return (
    <>
      {sources.length > 0 && (
        <ol className="released-sources">
          {sources.map((source) => (
            <Source key={source.anchor} source={source} />
          ))}
        </ol>
      )}
      {protectedSources > 0 && <p className="meta">{say("protected", { count: protectedSources })}</p>}
    </>
  );
}

function Source({ source }: { source: ReleasedSourceView }) {
  const say = useWords("release");
  const { anchor, number, stance, title, url, quote, quoteLanguage } = source;
  return (
    <li className="released-source" id={`source-${anchor}`}>
      <p className="released-stance">
        <span className="released-number">[{number}]</span> {say("stance", { stance })}
      </p>
      <div>
        {quote && (
          <blockquote className="released-source-quote" lang={quoteLanguage || undefined} dir="auto">
            {quote}
          </blockquote>
        )}
        <p>
          <bdi>
            <Address href={url}>{title || say("untitled")}</Address>
          </bdi>
        </p>
        <p className="meta">
          <About source={source} />
        </p>
      </div>
    </li>
  );
}

/** Who published it and when, what it is, and the copy that was kept. */
function About({ source: { about, rank, archivedUrl } }: { source: ReleasedSourceView }) {
  const say = useWords("release");
  const known = about.length > 0 && <bdi>{about.join(", ")}</bdi>;
  const kind = rank && say("rank", { rank });
  const facts =
    known && kind ? <Words room="release" id="and_then" values={{ before: known, next: kind }} /> : known || kind;
  const copy = (inside: ReactNode) => <Address href={archivedUrl}>{inside}</Address>;
  if (!safeHref(archivedUrl)) return facts;
  return facts ? <Words room="release" id="with_copy" values={{ about: facts, copy }} /> : copy(say("archived_copy"));
}

/** A link that also says its address on paper, where it cannot be followed. */
function Address({ href, children }: { href: string; children: ReactNode }) {
  const safe = safeHref(href);
  if (!safe) return <>{children}</>;
  return (
    <a className="released-address" href={safe} data-address={safe} rel="noopener noreferrer nofollow" target="_blank">
      {children}
    </a>
  );
}
