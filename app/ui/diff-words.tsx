import "#app/ui/diff-words.css";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Diff } from "#domain/word-diff.ts";

type DiffWordsProps = {
  parts: readonly Diff[];
  /** Says before each change what it is, since few screen readers say it of `del` and `ins`. */
  spoken?: boolean;
};

/** What differs between two texts: struck through and underlined besides coloured, and `del` and `ins` for those who listen. */
export function DiffWords({ parts, spoken = false }: DiffWordsProps) {
  return (
    <span className="diff-words">
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name, and keep their order.
        <Part key={`${at}-${part.type}`} part={part} spoken={spoken} />
      ))}
    </span>
  );
}

function Part({ part: { type, text }, spoken }: { part: Diff; spoken: boolean }) {
  const say = useWords("controls");
  const words = <ShownText text={text} />;
  if (type === "same") return <span>{words}</span>;
  const Change = type === "removed" ? "del" : "ins";
  return (
    <Change>
      {/* Apart from the text, whose direction its own words give. */}
      {spoken && <bdi className="unseen">{` ${say(type === "removed" ? "removed" : "added")} `}</bdi>}
      {words}
    </Change>
  );
}
