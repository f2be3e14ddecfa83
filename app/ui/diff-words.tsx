import "#app/ui/diff-words.css";
import { ShownText } from "#app/ui/shown-text.tsx";
import type { Diff } from "#domain/word-diff.ts";

type DiffWordsProps = {
  parts: readonly Diff[];
  /** Says before each change what it is, since few screen readers say it of `del` and `ins`. */
  spoken?: boolean;
};

/** What differs between two texts: struck through and underlined besides coloured, and `del` and `ins` for those who listen. */
export function DiffWords({ parts, spoken = false }: DiffWordsProps) {
  return <span className="diff-words">{parts.map((part, at) => toPart(part, at, spoken))}</span>;
}

function toPart({ type, text }: Diff, at: number, spoken: boolean) {
  const key = `${at}-${type}`;
  const words = <ShownText text={text} />;
  if (type === "same") return <span key={key}>{words}</span>;
  const Change = type === "removed" ? "del" : "ins";
  return (
    <Change key={key}>
      {spoken && <span className="unseen">{type === "removed" ? " removed: " : " added: "}</span>}
      {words}
    </Change>
  );
}
