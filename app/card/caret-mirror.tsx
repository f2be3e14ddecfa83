import type { ReactNode } from "react";
import type { ThreadSpan } from "#app/discussion/thread-spans.ts";

export type RemoteCaret = { clientId: number; name: string; colour: number; anchor: number; head: number };

/**
 * The words of a textarea once more, unseen, with the colleagues' carets and selections at their places, and the words
 * of threads marked.
 */
export function CaretMirror({
  text,
  carets,
  threads,
  language,
}: {
  text: string;
  carets: readonly RemoteCaret[];
  threads: readonly ThreadSpan[];
  language: string;
}) {
  return (
    <div className="live-text-mirror" aria-hidden="true" lang={language || undefined} dir="auto">
      {pieces(text, carets, threads)}
      {/* A line break at the end has a line of its own only when something follows it. */}
      {"\u200b"}
    </div>
  );
}

/** The text cut at every end of a selection: words inside one are tinted, a caret stands between two pieces. */
function pieces(text: string, carets: readonly RemoteCaret[], threads: readonly ThreadSpan[]): ReactNode[] {
  const clamp = (at: number) => Math.min(at, text.length);
  const ends = threads.flatMap((one) => [clamp(one.from), clamp(one.to)]);
  const cuts = [0, text.length, ...ends, ...carets.flatMap((one) => [clamp(one.anchor), clamp(one.head)])];
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  return sorted.flatMap((from, at) => {
    const to = sorted[at + 1] ?? from;
    const inside = carets.find(
      (one) => Math.min(one.anchor, one.head) <= from && from < Math.max(one.anchor, one.head),
    );
    const here = carets
      .filter((one) => clamp(one.head) === from)
      .map((one) => <Caret key={`${one.clientId}:${one.head}`} caret={one} />);
    if (to === from) return here;
    const thread = threads.filter((one) => one.from <= from && from < one.to);
    const words = <Words key={from} text={text.slice(from, to)} threads={thread} />;
    return [
      ...here,
      inside ? (
        <span key={from} className="caret-selection" data-colour={inside.colour % 8}>
          {words}
        </span>
      ) : (
        words
      ),
    ];
  });
}

function Words({ text, threads }: { text: string; threads: readonly ThreadSpan[] }) {
  if (threads.length === 0) return text;
  return (
    <span className="thread-words" data-current={threads.some((one) => one.isCurrent) || undefined}>
      {text}
    </span>
  );
}

/** The name shows for two seconds after the caret has moved: a new key makes a new element, which starts again. */
function Caret({ caret }: { caret: RemoteCaret }) {
  return (
    <span className="caret" data-colour={caret.colour % 8}>
      <span className="caret-name">{caret.name}</span>
    </span>
  );
}
