import { foldText, wordsOf } from "#domain/fold-text.ts";
import { STOP_WORDS } from "#server/precedents/stop-words.ts";

/** A part of a text by which others are looked for: as it reads, and as a phrase of the index. */
export type Telling = { shown: string; phrase: string };

const LONGEST = 2_000;
const MOST = 24;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
/** A number with its groups is one thing: "1,500". */
const WORD = /\p{N}{1,3}(?:[.,'’\u00a0\u202f]\p{N}{3})+|[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text that tell what it is about, each once: no stop words, no single letters. */
export function tellingWords(text: string): Telling[] {
  const words = text.slice(0, LONGEST).replace(UNSPACED, " ").match(WORD) ?? [];
  const telling = words.map((shown) => ({ shown, phrase: wordsOf(foldText(shown)).join(" ") }));
  return eachOnce(telling.filter(({ phrase }) => phrase.length > 1 && !STOP_WORDS.has(phrase)));
}

/** Of scripts that put no spaces between words, every three signs that follow one another. */
export function tellingParts(text: string): Telling[] {
  return eachOnce(
    [...unspacedIn(text.slice(0, LONGEST)).matchAll(UNSPACED)].flatMap(([run]) => {
      const signs = [...run];
      return signs.slice(2).map((_, at) => {
        const part = signs.slice(at, at + 3).join("");
        return { shown: part, phrase: part };
      });
    }),
  );
}

/** What the index of parts holds of a text: only the runs of such scripts, folded. */
export const unspacedIn = (text: string): string => (foldText(text).match(UNSPACED) ?? []).join(" ");

const eachOnce = (all: readonly Telling[]): Telling[] =>
  [...new Map(all.map((one) => [one.phrase, one])).values()].slice(0, MOST);

/** The amounts in a text as their digits alone, from two digits on: "1,500" and "1500" are one. */
export function amountsIn(text: string): string[] {
  const numbers = foldText(text.slice(0, LONGEST)).match(/\d[\d.,'\u00a0\u202f]*\d/g) ?? [];
  return [...new Set(numbers.map((one) => one.replace(/\D/g, "")))];
}

/** Parts that overlap as the longer pieces of text that they stand for, the longest first. */
export function joinedParts(parts: readonly string[]): string[] {
  const pieces: string[] = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    const tail = [...part].slice(0, 2).join("");
    if (last?.endsWith(tail)) pieces[pieces.length - 1] = last + [...part].slice(2).join("");
    else pieces.push(part);
  }
  return pieces.sort((a, b) => b.length - a.length);
}
