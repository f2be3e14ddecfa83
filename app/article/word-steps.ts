import { codePointReader } from "#domain/code-points.ts";
import type { Span } from "#domain/sentences.ts";

/** Signs that belong to the number or name they touch: "12%", "€5", "3°". */
const CLINGS = /^[\p{Sc}%‰°#@]+$/u;

/** The words of a passage that begins at `offset`, in code points of the whole text. */
export function wordsIn(passage: string, offset: number, language: string): Span[] {
  const toCodePoint = codePointReader(passage);
  const words: (Span & { clings: boolean })[] = [];
  for (const { segment, index, isWordLike } of segmenter(language).segment(passage)) {
    const clings = CLINGS.test(segment);
    if (!isWordLike && !clings) continue;
    const start = offset + toCodePoint(index);
    const end = offset + toCodePoint(index + segment.length);
    const last = words.at(-1);
    if (last && last.end === start && (clings || last.clings))
      words[words.length - 1] = { start: last.start, end, clings };
    else words.push({ start, end, clings });
  }
  return words.map(({ start, end }) => ({ start, end }));
}

function segmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || "en", { granularity: "word" });
  } catch {
    return new Intl.Segmenter("en", { granularity: "word" });
  }
}

/** The selection one word on or back. Extending keeps its beginning and never gives up the last word. */
export function stepWord(words: readonly Span[], current: Span | null, step: 1 | -1, extend: boolean): Span | null {
  if (!current) return words.at(step === 1 ? 0 : -1) ?? null;
  if (extend) {
    const ends = words
      .map((word) => word.end)
      .filter((end) => (step === 1 ? end > current.end : end < current.end && end > current.start));
    return { start: current.start, end: (step === 1 ? ends[0] : ends.at(-1)) ?? current.end };
  }
  const next =
    step === 1
      ? words.find((word) => word.start > current.start)
      : words.findLast((word) => word.start < current.start);
  return next ?? current;
}
