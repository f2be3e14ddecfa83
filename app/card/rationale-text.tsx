import type { ReactNode } from "react";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Block, Inline } from "#domain/rationale.ts";

/** What a citation of this source is shown as, e.g. 2; null when the source is gone. */
export type NumberOf = (sourceId: string) => number | null;

/** The rationale set for reading, on the server too. */
export function RationaleText({ blocks, numberOf }: { blocks: readonly Block[]; numberOf: NumberOf }) {
  return (
    <>
      {blocks.map((block, at) => (
        <BlockOf key={keyOf(at)} block={block} numberOf={numberOf} />
      ))}
    </>
  );
}

// Blocks have no identity of their own: the page is painted anew from the whole text each time.
const keyOf = (at: number) => `block-${at}`;

function BlockOf({ block, numberOf }: { block: Block; numberOf: NumberOf }): ReactNode {
  if (block.type === "paragraph") {
    return (
      <p dir="auto">
        {block.children.map((one, at) => (
          <InlineOf key={keyOf(at)} inline={one} numberOf={numberOf} />
        ))}
      </p>
    );
  }
  if (block.type === "blockquote") {
    return (
      <blockquote lang={block.language || undefined} cite={block.cite || undefined} dir="auto">
        <RationaleText blocks={block.children} numberOf={numberOf} />
      </blockquote>
    );
  }
  const List = block.ordered ? "ol" : "ul";
  return (
    <List>
      {block.entries.map((entry, at) => (
        <li key={keyOf(at)}>
          <RationaleText blocks={entry} numberOf={numberOf} />
        </li>
      ))}
    </List>
  );
}

function InlineOf({ inline, numberOf }: { inline: Inline; numberOf: NumberOf }): ReactNode {
  if (inline.type === "break") return <br />;
  if (inline.type === "mention") return <span className="mention">@{inline.label}</span>;
  if (inline.type === "citation") return <Citation number={numberOf(inline.sourceId)} sourceId={inline.sourceId} />;
  let words: ReactNode = <ShownText text={inline.text} />;
  if (inline.bold) words = <strong>{words}</strong>;
  if (inline.italic) words = <em>{words}</em>;
  return inline.href ? (
    <a href={inline.href} rel="noopener noreferrer nofollow" target="_blank">
      {words}
    </a>
  ) : (
    words
  );
}

export function Citation({ number, sourceId }: { number: number | null; sourceId: string }) {
  const say = useWords("card");
  if (number === null)
    return (
      <span className="citation" data-gone>
        {say("source_removed")}
      </span>
    );
  return (
    <a className="citation" href={`#source-${sourceId}`} aria-label={say("source_numbered", { number })}>
      [{number}]
    </a>
  );
}
