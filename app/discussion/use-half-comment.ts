import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useCardContext } from "#app/card/card-context.ts";
import { useRoot } from "#app/shell/use-root.ts";
import { type HalfWritten, halfWritten } from "#app/unsent/half-written.ts";

/** The words in a box of the discussion, which are still there after the page was loaded again. `box` names it. */
export function useHalfComment(box: string, first: string, more: Omit<HalfWritten, "words"> = {}) {
  const half = useHalf(box);
  const [words, setWords] = useState(first);
  const about = useRef(more);
  about.current = more;
  useEffect(() => {
    const kept = half.read();
    if (kept) setWords((now) => (now === first ? kept.words : now));
  }, [half, first]);
  const write = (next: string) => {
    setWords(next);
    if (next === first) half.forget();
    else half.keep({ words: next, ...about.current });
  };
  const clear = useCallback(() => {
    setWords("");
    half.forget();
  }, [half]);
  return { words, write, clear, forget: half.forget };
}

function useHalf(box: string) {
  const { memberId } = useCardContext();
  const onDevice = useRoot()?.keepsTyped ?? false;
  return useMemo(() => halfWritten(memberId, box, onDevice), [memberId, box, onDevice]);
}

/** Runs once with what is half-written in a box, so that whoever shows it only when asked opens it again. */
export function useHalfOpen(box: string, open: (half: HalfWritten) => void): void {
  const half = useHalf(box);
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const kept = half.read();
    if (kept) latest.current(kept);
  }, [half]);
}
