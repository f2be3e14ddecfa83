import { foldText, wordsOf } from "#domain/fold-text.ts";

/** One thing that has to be there: words that follow one another, the last of them perhaps only begun. */
export type Term = { words: string[]; isPrefix: boolean };

/** What somebody asks for, read out of whatever they typed. */
export type Query = {
  /** As it was understood: cut to a length, without what cannot be seen. */
  text: string;
  terms: Term[];
};

export const LONGEST_QUERY = 200;
const MOST_TERMS = 12;
const PART = /["“”„«»]([^"“”„«»]*)["“”„«»]?|[^\s"“”„«»]+/gu;

/** Reads what somebody typed; quotation marks hold words together. Total: there is no wrong query. */
export function readQuery(given: string): Query {
  const start = given.slice(0, 4 * LONGEST_QUERY).replace(/[\p{Cc}\p{Cs}]/gu, " ");
  const text = [...start].slice(0, LONGEST_QUERY).join("").trim();
  const terms = [...text.matchAll(PART)].flatMap(([whole, quoted]) => termOf(quoted ?? whole, quoted === undefined));
  return { text, terms: withoutTwins(terms).slice(0, MOST_TERMS) };
}

function termOf(part: string, isBegun: boolean): Term[] {
  const words = wordsOf(foldText(part));
  const last = words.at(-1) ?? "";
  return words.length === 0 ? [] : [{ words, isPrefix: isBegun && [...last].length > 1 }];
}

function withoutTwins(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((one) => [JSON.stringify(one), one])).values()];
}

/** For the index of words: every term, in any order; each is a quoted string, so nothing in it is an operator. */
export const wordsQuery = (terms: readonly Term[]): string =>
  terms.map(({ words, isPrefix }) => `"${words.join(" ")}"${isPrefix ? "*" : ""}`).join(" ");

/** The same where only what names a thing counts: what is found there is better than anything else, however old. */
export const namesQuery = (terms: readonly Term[]): string => `{title statement} : (${wordsQuery(terms)})`;

/**
 * For the index of parts, which knows three characters and more. Null when no word is that long, and when words have to
 * follow one another, which parts cannot say.
 */
export function partsQuery(terms: readonly Term[]): string | null {
  const long = terms.flatMap(({ words }) => words).filter(isLong);
  const isExact = terms.some(({ words, isPrefix }) => words.length > 1 && !isPrefix);
  return long.length === 0 || isExact ? null : long.map((word) => `"${word}"`).join(" ");
}

/** Whether the index of parts can know this word. */
export const isLong = (word: string): boolean => [...word].length >= 3;

/**
 * For a scan of the texts themselves, where both indexes are blind: one or two characters of Chinese, a sign. Empty for
 * short words of scripts that have spaces, which would be found everywhere.
 */
export function scanWords({ text, terms }: Query): string[] {
  const words = terms.length > 0 ? terms.flatMap((term) => term.words) : text.split(/\s+/);
  const wanted = words.filter((word) => word !== "" && !/^["“”„«»]+$/.test(word));
  return wanted.some((word) => SPACED.test(word)) ? [] : wanted.slice(0, MOST_TERMS);
}

const SPACED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]/u;

/** Words of which some should be there, for texts that may say the same; each in quotation marks. */
export const anyQuery = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(" OR ");
