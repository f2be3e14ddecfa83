import { foldWithPlaces } from "#domain/fold-text.ts";
import type { Term } from "#server/search/query.ts";

/** A piece of a text; `hit` when it is what was looked for. */
export type SnippetPart = { text: string; hit: boolean };

const BEFORE = 60;
const LONGEST = 200;
const BETWEEN = "[^\\p{L}\\p{N}\\p{M}\\p{Co}]+";
const NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}\\p{M}\\p{Co}])";

type Span = { start: number; end: number };

/** The text around the first hit with all hits in it; null when it has none. */
export function snippetOf(given: string, terms: readonly Term[]): SnippetPart[] | null {
  const { text, folded, places } = foldWithPlaces(given);
  const hits = hitsIn(folded, terms).map(({ start, end }) => ({ start: places[start] ?? 0, end: endOf(places, end) }));
  const [first] = hits;
  return first ? partsOf(text, hits, windowOf(text, first)) : null;
}

/** The beginning of a text, where nothing in it is marked. */
export const beginningOf = (text: string): SnippetPart[] => partsOf(text, [], windowOf(text, { start: 0, end: 0 }));

/** At the beginning of a word where there is such a place, else anywhere; in order, none in another. */
function hitsIn(folded: string, terms: readonly Term[]): Span[] {
  const found = terms.flatMap(({ words }) => {
    const pattern = words.map(escaped).join(BETWEEN);
    const atWords = placesOf(folded, `${NO_WORD_BEFORE}${pattern}`);
    return atWords.length > 0 ? atWords : placesOf(folded, pattern);
  });
  return found.sort((a, b) => a.start - b.start || b.end - a.end).reduce<Span[]>(withoutInner, []);
}

function withoutInner(kept: Span[], one: Span): Span[] {
  const last = kept.at(-1);
  if (!last || one.start >= last.end) kept.push(one);
  return kept;
}

function placesOf(folded: string, pattern: string): Span[] {
  const spans: Span[] = [];
  for (const found of folded.matchAll(new RegExp(pattern, "gu"))) {
    spans.push({ start: found.index, end: found.index + found[0].length });
    if (spans.length === 50) break;
  }
  return spans;
}

const escaped = (words: string) => words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** The end of the last character, with the marks on it that folding left out. */
function endOf(places: readonly number[], end: number): number {
  return places[end] ?? places.at(-1) ?? 0;
}

/** From a word before the hit to a word after it; never in the middle of a character. */
function windowOf(text: string, { start, end }: Span): Span {
  const from = Math.max(0, start - BEFORE);
  const to = Math.min(text.length, Math.max(end, from + LONGEST));
  const space = text.slice(from, start).search(/\s\S/u);
  const last = text.slice(end, to).search(/\s\S*$/u);
  return {
    start: from === 0 ? 0 : wholeFrom(text, space < 0 ? from : from + space + 1),
    end: to === text.length ? to : wholeFrom(text, last < 0 ? to : end + last),
  };
}

const wholeFrom = (text: string, at: number) => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at);

function partsOf(text: string, hits: readonly Span[], { start, end }: Span): SnippetPart[] {
  const parts: SnippetPart[] = [{ text: start > 0 ? "… " : "", hit: false }];
  let at = start;
  for (const hit of hits) {
    if (hit.start < at || hit.start >= end) continue;
    const until = Math.min(hit.end, end);
    parts.push({ text: text.slice(at, hit.start), hit: false }, { text: text.slice(hit.start, until), hit: true });
    at = until;
  }
  parts.push({ text: text.slice(at, end), hit: false }, { text: end < text.length ? " …" : "", hit: false });
  return parts.filter((one) => one.text !== "");
}
