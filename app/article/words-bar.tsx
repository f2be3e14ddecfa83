import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import { type DismissReason, stateWords } from "#app/article/sentence-words.ts";
import { Button } from "#app/ui/button.tsx";
import { useLanguage, useWords } from "#app/words/speech.tsx";
import type { SentenceView } from "#server/services/document-view.ts";

export type WordsBarProps = {
  root: RefObject<HTMLElement>;
  isSelection: boolean;
  /** The dismissed sentence that it is about, if it is one. */
  dismissed: SentenceView | null;
  /** The claim for whose quote somebody chooses words here, by its reference. */
  placing: string | null;
  can: { claim: boolean; dismiss: boolean; add: boolean };
  onClaim: () => void;
  onAdd: () => void;
  onPut: () => void;
  onDismiss: (reason: DismissReason | null) => void;
  /** What stands below the buttons. */
  children?: ReactNode;
};

/** What can be done with the selected words or the sentence at hand, just below them. Pressing it keeps the selection. */
export function WordsBar({ root, isSelection, dismissed, placing, can, children, ...acts }: WordsBarProps) {
  const say = useWords("article");
  const { dir } = useLanguage();
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (root.current && bar.current) place(bar.current, root.current, isSelection);
  });
  return (
    <div
      ref={bar}
      className="words-bar"
      role="toolbar"
      dir={dir}
      aria-label={say(isSelection ? "bar_words" : "bar_sentence")}
      onMouseDown={(event) => event.preventDefault()}
    >
      {placing ? (
        <Act isFirst words={say("bar_put", { reference: placing })} sign="P" run={acts.onPut} />
      ) : (
        <>
          <Acts {...{ dismissed, can, ...acts }} />
          {children}
        </>
      )}
    </div>
  );
}

type ActsProps = Pick<WordsBarProps, "dismissed" | "can" | "onClaim" | "onAdd" | "onDismiss">;

function Acts({ dismissed, can, onClaim, onAdd, onDismiss }: ActsProps) {
  const say = useWords("article");
  return (
    <>
      {dismissed && <p className="words-bar-note">{capital(stateWords(say, dismissed))}.</p>}
      {dismissed && can.dismiss && <Act words={say("bar_reopen")} sign="U" run={() => onDismiss(null)} />}
      {can.claim && <Act isFirst={!dismissed} words={say("bar_claim")} sign="C" run={onClaim} />}
      {can.add && <Act words={say("bar_add")} sign="A" run={onAdd} />}
      {can.dismiss && !dismissed && (
        <>
          <Act words={say("not_checkable")} sign="X" run={() => onDismiss("not_checkable")} />
          <Act words={say("no_claim")} sign="N" run={() => onDismiss("no_claim")} />
        </>
      )}
    </>
  );
}

type ActProps = { isFirst?: boolean; words: string /** The key that does the same. */; sign: string; run: () => void };

const Act = ({ isFirst = false, words, sign, run }: ActProps) => (
  <Button kind={isFirst ? "primary" : "plain"} onClick={run}>
    {words}{" "}
    <span aria-hidden="true">
      <kbd className="key">{sign}</kbd>
    </span>
  </Button>
);

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const GAP = 8;

/** Below the last line of the words; above the first where the window ends. */
function place(bar: HTMLElement, root: HTMLElement, isSelection: boolean): void {
  const rects = rectsOf(root, isSelection);
  const [first, last] = [rects.at(0), rects.at(-1)];
  if (!first || !last) return;
  const frame = root.getBoundingClientRect();
  const fits = last.bottom + GAP + bar.offsetHeight <= innerHeight || first.top < GAP + bar.offsetHeight;
  const near = fits ? last : first;
  const isRtl = getComputedStyle(root).direction === "rtl";
  const from = isRtl ? frame.right - near.right : near.left - frame.left;
  const most = frame.width - bar.offsetWidth;
  const top = fits ? near.bottom + GAP : near.top - GAP - bar.offsetHeight;
  bar.style.setProperty("--bar-top", `${top - frame.top}px`);
  bar.style.setProperty("--bar-start", `${Math.max(0, Math.min(from, most))}px`);
}

function rectsOf(root: HTMLElement, isSelection: boolean): DOMRect[] {
  const selection = document.getSelection();
  if (isSelection && selection && selection.rangeCount > 0)
    return [...selection.getRangeAt(0).getClientRects()].filter((one) => one.width > 1);
  const sentence = document.activeElement;
  return sentence && root.contains(sentence) ? [...sentence.getClientRects()] : [];
}
