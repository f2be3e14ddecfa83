import "#app/ui/diff-words.css";
import { ShownText } from "#app/ui/shown-text.tsx";
import type { Diff } from "#domain/word-diff.ts";

/** What differs between two texts: struck through and underlined besides coloured, and `del` and `ins` for those who listen. */
export function DiffWords({ parts }: { parts: readonly Diff[] }) {
  return <span className="diff-words">{parts.map(toPart)}</span>;
}

function toPart({ type, text }: Diff, at: number) {
  const key = `${at}-${type}`;
  const words = <ShownText text={text} />;
  if (type === "removed") return <del key={key}>{words}</del>;
  return type === "added" ? <ins key={key}>{words}</ins> : <span key={key}>{words}</span>;
}
