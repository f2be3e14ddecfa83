import { codePointLength, toCodePoint, toUtf16 } from "#domain/code-points.ts";
import { isWhole, toWholeCodePoint, trimmed } from "#domain/whole-characters.ts";
import { whyNotQuote } from "#domain/why-not-quote.ts";
import { refusalOf } from "#domain/words/refusal.ts";

export { codePointLength, toCodePoint, toUtf16 } from "#domain/code-points.ts";

/**
 * Where a quote stands in one immutable text: W3C TextQuoteSelector (`exact`, `prefix`, `suffix`) and
 * TextPositionSelector (`start`, `end`), in Unicode code points. https://www.w3.org/TR/annotation-model/#selectors
 */
export type Selector = { exact: string; prefix: string; suffix: string; start: number; end: number };

/** Code points of prefix and of suffix. */
export const CONTEXT = 32;

/**
 * Selects `start` to `end` (code points): widened to whole grapheme clusters, without white space at the ends.
 * @throws AppError bad_input that says why this cannot be quoted.
 */
export function makeSelector(text: string, start: number, end: number): Selector {
  const why = whyNotQuote(text, start, end);
  if (why) throw refusalOf("bad_input", why);
  const [from, to] = trimmed(text, toUtf16(text, start), toUtf16(text, end));
  const exact = text.slice(from, to);
  const first = toCodePoint(text, from);
  return { exact, ...contextOf(text, from, to), start: first, end: first + codePointLength(exact) };
}

/** Whether exactly these words stand at exactly this place. */
export function isAt(text: string, { exact, start, end }: Selector): boolean {
  return end - start === codePointLength(exact) && text.slice(toUtf16(text, start), toUtf16(text, end)) === exact;
}

/** Whether exactly these words stand at exactly this place, with exactly the surroundings that the selector gives. */
export function isQuoted(text: string, selector: Selector): boolean {
  if (!isAt(text, selector)) return false;
  const around = contextOf(text, toUtf16(text, selector.start), toUtf16(text, selector.end));
  return around.prefix === selector.prefix && around.suffix === selector.suffix;
}

export type FoundAgain =
  | { state: "same" | "moved" | "changed"; start: number; end: number }
  | { state: "missing"; start?: undefined; end?: undefined };

/**
 * Looks for a quote in another version of its document, by its exact words only, never by resemblance.
 * - `same`, `moved`: the words stand once with the same words around them, at the old place or at another one;
 * - `changed`: the words stand once, but what is around them differs: a person has to confirm;
 * - `missing`: the words are gone, or stand several times and their surroundings do not single one out.
 */
export function findAgain(newText: string, selector: Selector): FoundAgain {
  const alike = upTo(2, inContext(newText, selector));
  const all = upTo(2, occurrences(newText, selector.exact));
  const at = alike.length === 1 ? alike[0] : all.length === 1 ? all[0] : undefined;
  if (at === undefined) return { state: "missing" };
  const start = toCodePoint(newText, at);
  const state = alike.length !== 1 ? "changed" : start === selector.start ? "same" : "moved";
  return { state, start, end: start + codePointLength(selector.exact) };
}

export type Segment = { start: number; end: number; ids: string[] };

/**
 * Cuts a text of `length` at every boundary of marks that may overlap. The pieces cover all of it in order; each names
 * the marks it lies in, in the order given. What reaches beyond the text is cut off.
 */
export function segmentsOf(length: number, marks: readonly { id: string; start: number; end: number }[]): Segment[] {
  const clip = (at: number) => Math.min(Math.max(at, 0), length);
  const inside = marks
    .map((mark) => ({ id: mark.id, start: clip(mark.start), end: clip(mark.end) }))
    .filter((mark) => mark.start < mark.end);
  const cuts = new Set([0, length, ...inside.flatMap((mark) => [mark.start, mark.end])]);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? length;
    const ids = inside.filter((mark) => mark.start <= start && mark.end >= end).map((mark) => mark.id);
    return { start, end, ids: [...new Set(ids)] };
  });
}

function contextOf(text: string, from: number, to: number): { prefix: string; suffix: string } {
  return {
    prefix: [...text.slice(toWholeCodePoint(text, Math.max(0, from - 2 * CONTEXT)), from)].slice(-CONTEXT).join(""),
    suffix: [...text.slice(to, to + 2 * CONTEXT)].slice(0, CONTEXT).join(""),
  };
}

function* occurrences(text: string, words: string): Generator<number> {
  if (words === "") return;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (isWhole(text, at) && isWhole(text, at + words.length)) yield at;
  }
}

/** A context that is shorter than `CONTEXT` says that the text begins or ends there, so it has to here as well. */
function* inContext(text: string, { exact, prefix, suffix }: Selector): Generator<number> {
  for (const found of places(text, { exact, prefix, suffix })) {
    const at = found + prefix.length;
    const around = contextOf(text, at, at + exact.length);
    if (around.prefix === prefix && around.suffix === suffix) yield at;
  }
}

/** Where the words and their surroundings stand; at an end of the text there is only one such place to look at. */
function places(text: string, { exact, prefix, suffix }: Omit<Selector, "start" | "end">): Iterable<number> {
  const whole = prefix + exact + suffix;
  const isShort = (context: string) => codePointLength(context) < CONTEXT;
  if (isShort(prefix)) return text.startsWith(whole) ? [0] : [];
  if (isShort(suffix)) return text.endsWith(whole) ? [text.length - whole.length] : [];
  return occurrences(text, whole);
}

function upTo<T>(count: number, found: Iterator<T>): T[] {
  const list: T[] = [];
  for (let one = found.next(); !one.done && list.length < count; one = found.next()) list.push(one.value);
  return list;
}
