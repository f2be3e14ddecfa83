import type { Span } from "#domain/sentences.ts";
import type { MarkView, SentenceView } from "#server/services/document-view.ts";

/** Passages in which nothing is decided: open sentences that follow one another are one passage. */
export function openPassages(sentences: readonly SentenceView[]): Span[] {
  const passages: Span[] = [];
  let isGoingOn = false;
  for (const { state, start, end } of sentences) {
    const last = passages.at(-1);
    if (state === "open" && isGoingOn && last) last.end = end;
    else if (state === "open") passages.push({ start, end });
    isGoingOn = state === "open";
  }
  return passages;
}

/** The sentence at a place of the text, or the one before it where none is. */
export function sentenceAt(sentences: readonly Span[], offset: number): number {
  return Math.max(0, countWhile(sentences.length, (at) => (sentences[at]?.start ?? 0) <= offset) - 1);
}

/** The claim nearest to a place of the text, if one is no further away than `reach` code points. */
export function claimNear(marks: readonly MarkView[], offset: number, reach: number): MarkView | null {
  const away = ({ start, end }: Span) => Math.max(start - offset, offset - end, 0);
  const near = marks.filter((mark) => away(mark) <= reach);
  return near.sort((a, b) => away(a) - away(b) || a.end - a.start - (b.end - b.start))[0] ?? null;
}

/** How many of a list's first entries are so, when all that are stand before all that are not. */
export function countWhile(length: number, isSo: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
