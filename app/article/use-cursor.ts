import { type FocusEvent, type KeyboardEvent, type RefObject, useCallback, useRef, useState } from "react";
import { stateWords } from "#app/article/sentence-words.ts";
import { stepWord, wordsIn } from "#app/article/word-steps.ts";
import { announce } from "#app/ui/announcer.tsx";
import { useWords } from "#app/words/speech.tsx";
import { toUtf16 } from "#domain/anchors.ts";
import type { Span } from "#domain/sentences.ts";
import type { SentenceView } from "#server/services/document-view.ts";

/** `isHere`: the focus is on the sentence itself, not just somewhere near. */
export type Cursor = { ordinal: number; isHere: boolean };

type Given = {
  root: RefObject<HTMLElement>;
  text: string;
  language: string;
  sentences: readonly SentenceView[];
  /** What is selected at this moment; keys may come faster than the page is drawn. */
  read: () => Span | null;
  select: (span: Span) => void;
  clear: () => void;
};

/** The keyboard's place in the article: a sentence that has the focus, and words selected from it. */
export function useCursor({ root, text, language, sentences, read, select, clear }: Given) {
  const say = useWords("article");
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const latest = useRef(cursor);
  latest.current = cursor;

  const go = useCallback(
    (ordinal: number) => {
      const sentence = sentences[ordinal];
      const element = root.current?.querySelector<HTMLElement>(`[data-ordinal="${ordinal}"]`);
      if (!sentence || !element) return;
      clear();
      element.focus({ preventScroll: true });
      keepInSight(element);
      announce(
        say("sentence_place", { number: ordinal + 1, total: sentences.length, state: stateWords(say, sentence) }),
      );
    },
    [say, root, sentences, clear],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const from = latest.current?.ordinal;
      if (from === undefined) return go(firstInView(root.current) ?? 0);
      go(Math.min(Math.max(from + by, 0), sentences.length - 1));
    },
    [go, root, sentences.length],
  );

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const element = event.target.closest<HTMLElement>("[data-ordinal]");
    if (element) setCursor({ ordinal: Number(element.dataset.ordinal), isHere: element === event.target });
  };
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    const next = event.relatedTarget;
    if (next instanceof Element && event.currentTarget.contains(next)) return;
    setCursor((before) => before && { ...before, isHere: false });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { key, target, shiftKey } = event;
    const isOnSentence = target instanceof HTMLElement && target.dataset.ordinal !== undefined;
    if (!isOnSentence || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === "ArrowDown" || key === "ArrowUp") step(key === "ArrowDown" ? 1 : -1);
    else if (key === "ArrowRight" || key === "ArrowLeft") {
      const isForward = (key === "ArrowRight") === (getComputedStyle(target).direction === "ltr");
      stepWords(Number(target.dataset.ordinal), isForward ? 1 : -1, shiftKey);
    } else return;
    event.preventDefault();
  };

  function stepWords(ordinal: number, by: 1 | -1, extend: boolean): void {
    const from = sentences[ordinal];
    if (!from) return;
    const near = sentences.slice(Math.max(0, ordinal - 1), ordinal + 6);
    const words = near.flatMap((one) => wordsIn(slice(text, one), one.start, language));
    const own = words.filter((word) => word.start >= from.start && word.end <= from.end);
    const selected = read();
    const next = selected ? stepWord(words, selected, by, extend) : stepWord(own, null, by, extend);
    if (!next) return;
    select(next);
    announce(slice(text, next));
  }

  return { cursor, go, step, handlers: { onFocus, onBlur, onKeyDown } };
}

export function slice(text: string, { start, end }: Span): string {
  const rest = text.slice(toUtf16(text, start));
  return rest.slice(0, toUtf16(rest, end - start));
}

/** Room for the coverage above a sentence, and for what can be done with it below. */
const ABOVE = 60;
const BELOW = 72;

/** Brings a sentence to the middle, or its first line to the top, unless all of it can be read where it is. */
function keepInSight(element: HTMLElement): void {
  const { top, bottom, height } = element.getBoundingClientRect();
  if (top >= ABOVE && bottom <= innerHeight - BELOW) return;
  element.scrollIntoView({ block: height > innerHeight - ABOVE - BELOW ? "start" : "center" });
}

/** The first sentence that can be seen, so that the keyboard begins where the eyes are. */
function firstInView(root: HTMLElement | null): number | null {
  const all = root?.querySelectorAll<HTMLElement>("[data-ordinal]") ?? [];
  for (const one of all) if (one.getBoundingClientRect().top >= 0) return Number(one.dataset.ordinal);
  return null;
}
