import { type RefObject, useEffect } from "react";
import { rangeOf } from "#app/discussion/dom-words.ts";
import type { ThreadSpan } from "#app/discussion/thread-spans.ts";
import { useThreadSpans } from "#app/discussion/use-thread-spans.ts";
import type { WordPlace } from "#domain/discussion.ts";

/** Draws the words of threads in a text for reading, by the browser's own highlights: the text itself stays as it is. */
export function useReadMarks(text: RefObject<HTMLElement>, place: WordPlace): void {
  const spans = useThreadSpans(place);
  const drawn = JSON.stringify(spans);
  useEffect(() => {
    const root = text.current;
    if (!root || typeof Highlight === "undefined") return;
    const marks = (JSON.parse(drawn) as ThreadSpan[]).flatMap((span) => {
      const range = rangeOf(root, span);
      return range ? [{ range, name: span.isCurrent ? "current-thread" : "thread-words" }] : [];
    });
    for (const { name, range } of marks) highlightOf(name).add(range);
    return () => {
      for (const { name, range } of marks) highlightOf(name).delete(range);
    };
  }, [text, drawn]);
}

function highlightOf(name: string): Highlight {
  const found = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, found);
  return found;
}
