import { foldText, wordsOf } from "#domain/fold-text.ts";
import type { ClaimChoice } from "#server/services/document-view.ts";

/** Claims in which every word that was typed begins a word: of the reference first, then of the statement, then of a quote. */
export function findClaims(claims: readonly ClaimChoice[], typed: string): ClaimChoice[] {
  const wanted = wordsOf(foldText(typed));
  if (wanted.length === 0) return [...claims];
  const found = claims.map((claim) => ({ claim, place: placeOf(claim, wanted) }));
  return found
    .filter(({ place }) => place >= 0)
    .sort((a, b) => a.place - b.place)
    .map(({ claim }) => claim);
}

/** 0 in the reference, 1 in the statement, 2 in a quote, -1 nowhere. "3" means C-14-3, and so does "C-14-3". */
function placeOf({ reference, statement, quotes }: ClaimChoice, wanted: readonly string[]): number {
  const name = wordsOf(foldText(reference));
  if (wanted.join("-") === name.join("-") || (wanted.length === 1 && wanted[0] === name.at(-1))) return 0;
  const said = wordsOf(foldText(statement));
  if (hasAll(said, wanted)) return 1;
  const quoted = wordsOf(foldText(quotes.map((one) => one.exact).join(" ")));
  return hasAll([...name, ...said, ...quoted], wanted) ? 2 : -1;
}

const hasAll = (words: readonly string[], wanted: readonly string[]) =>
  wanted.every((start) => words.some((word) => word.startsWith(start)));
