import { STANCE_WORDS } from "#app/card/source-read.tsx";
import { safeHref } from "#domain/safe-href.ts";
import type { ReleasedSourceView } from "#server/services/release-view.ts";

type SourcesProps = { sources: readonly ReleasedSourceView[]; protectedWords: string };

/** The sources of a released claim under the numbers that its rationale cites. Protected ones are counted, never named. */
export function ReleasedSources({ sources, protectedWords }: SourcesProps) {
  return (
    <>
      {sources.length > 0 && (
        <ol className="released-sources">
          {sources.map((source) => (
            <Source key={source.anchor} source={source} />
          ))}
        </ol>
      )}
      {protectedWords && <p className="meta">{protectedWords}</p>}
    </>
  );
}

function Source({ source }: { source: ReleasedSourceView }) {
  const { anchor, number, stance, title, url, about, quote, quoteLanguage, archivedUrl } = source;
  return (
    <li className="released-source" id={`source-${anchor}`}>
      <p className="released-stance">
        <span className="released-number">[{number}]</span> {STANCE_WORDS[stance]}
      </p>
      <div>
        {quote && (
          <blockquote className="released-source-quote" lang={quoteLanguage || undefined} dir="auto">
            {quote}
          </blockquote>
        )}
        <p dir="auto">
          <Address href={url}>{title}</Address>
        </p>
        <p className="meta" dir="auto">
          {about}
          {safeHref(archivedUrl) && (
            <>
              {about && ", "}
              <Address href={archivedUrl}>archived copy</Address>
            </>
          )}
        </p>
      </div>
    </li>
  );
}

/** A link that also says its address on paper, where it cannot be followed. */
function Address({ href, children }: { href: string; children: string }) {
  const safe = safeHref(href);
  if (!safe) return <>{children}</>;
  return (
    <a className="released-address" href={safe} data-address={safe} rel="noopener noreferrer nofollow" target="_blank">
      {children}
    </a>
  );
}
