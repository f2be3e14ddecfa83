import type { ReactNode } from "react";
import { useSourceName } from "#app/card/use-source-name.ts";
import { ShownText } from "#app/ui/shown-text.tsx";
import { Commas } from "#app/words/commas.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { Source } from "#domain/card.ts";
import { safeHref } from "#domain/safe-href.ts";

/** One source as a reader needs it: which way it points, what it says word for word, and where. */
export function SourceRead({ source, number }: { source: Source; number: number | null }) {
  const { quote, quoteLanguage, publisher, author, date, locator, rank, origin, note } = source;
  const say = useWords("sources");
  const about = [publisher, author, date, locator, rank === null ? "" : say(rank)].filter(Boolean);
  const { archivedUrl } = source;
  const copy = archivedUrl
    ? [
        <SafeLink key="copy" address={archivedUrl}>
          {say("archived")}
        </SafeLink>,
      ]
    : [];
  const name = useSourceName()(source);
  return (
    <>
      <p className="source-stance" data-stance={source.stance}>
        {say(source.stance)}
        {number !== null && <span className="source-number">[{number}]</span>}
      </p>
      <div className="source-words">
        {quote && (
          <blockquote className="source-quote" lang={quoteLanguage || undefined} dir="auto">
            <ShownText text={quote} />
          </blockquote>
        )}
        <p className="source-title" dir="auto">
          <SafeLink address={source.url}>
            <ShownText text={name} />
          </SafeLink>
        </p>
        <p className="meta">
          <Commas of={[...about.map((one) => <ShownText key={one} text={one} />), ...copy]} />
        </p>
        {origin && (
          <p className="meta">
            <Words room="sources" id="goes_back_to" values={{ origin: <ShownText text={origin} /> }} />
          </p>
        )}
        {source.protected && (
          <p className="tag" data-kind="red">
            {say("protected")}
          </p>
        )}
        {note && (
          <p className="meta source-note" dir="auto">
            <ShownText text={note} />
          </p>
        )}
      </div>
    </>
  );
}

function SafeLink({ address, children }: { address: string; children: ReactNode }) {
  const href = safeHref(address);
  if (!href) return <>{children}</>;
  return (
    <a href={href} rel="noopener noreferrer nofollow" target="_blank">
      {children}
    </a>
  );
}
