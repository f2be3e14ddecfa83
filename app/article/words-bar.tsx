import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import { type DismissReason, stateWords } from "#app/article/sentence-words.ts";
import { Button } from "#app/ui/button.tsx";
import type { SentenceView } from "#server/services/document-view.ts";

export type WordsBarProps = {
  root: RefObject<HTMLElement>;
  isSelection: boolean;
  /** The dismissed sentence that it is about, if it is one. */
  dismissed: SentenceView | null;
  can: { claim: boolean; dismiss: boolean; add: boolean };
  onClaim: () => void;
  onAdd: () => void;
  onDismiss: (reason: DismissReason | null) => void;
  /** What stands below the buttons. */
  children?: ReactNode;
};

/** What can be done with the selected words or the sentence at hand, just below them. Pressing it keeps the selection. */
export function WordsBar({ root, isSelection, dismissed, can, onClaim, onAdd, onDismiss, children }: WordsBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (root.current && bar.current) place(bar.current, root.current, isSelection);
  });
  return (
    <div
      ref={bar}
      className="words-bar"
      role="toolbar"
      aria-label={isSelection ? "Selected words" : "This sentence"}
      onMouseDown={(event) => event.preventDefault()}
    >
      {dismissed && <p className="words-bar-note">{capital(stateWords(dismissed))}.</p>}
      {dismissed && can.dismiss && (
        <Button kind="plain" onClick={() => onDismiss(null)}>
          Take it back <Hint>U</Hint>
        </Button>
      )}
      {can.claim && (
        <Button kind={dismissed ? "plain" : "primary"} onClick={onClaim}>
          New claim <Hint>C</Hint>
        </Button>
      )}
      {can.add && (
        <Button kind="plain" onClick={onAdd}>
          Add to a claim <Hint>A</Hint>
        </Button>
      )}
      {can.dismiss && !dismissed && (
        <>
          <Button kind="plain" onClick={() => onDismiss("not_checkable")}>
            Not checkable <Hint>X</Hint>
          </Button>
          <Button kind="plain" onClick={() => onDismiss("no_claim")}>
            No claim here <Hint>N</Hint>
          </Button>
        </>
      )}
      {children}
    </div>
  );
}

const Hint = ({ children }: { children: string }) => (
  <span aria-hidden="true">
    <kbd className="key">{children}</kbd>
  </span>
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
  const from = getComputedStyle(root).direction === "rtl" ? near.right - bar.offsetWidth : near.left;
  const most = frame.right - bar.offsetWidth;
  const top = fits ? near.bottom + GAP : near.top - GAP - bar.offsetHeight;
  bar.style.setProperty("--bar-top", `${top - frame.top}px`);
  bar.style.setProperty("--bar-left", `${Math.max(0, Math.min(from, most) - frame.left)}px`);
}

function rectsOf(root: HTMLElement, isSelection: boolean): DOMRect[] {
  const selection = document.getSelection();
  if (isSelection && selection && selection.rangeCount > 0)
    return [...selection.getRangeAt(0).getClientRects()].filter((one) => one.width > 1);
  const sentence = document.activeElement;
  return sentence && root.contains(sentence) ? [...sentence.getClientRects()] : [];
}
