import type { Figure, Qualifier } from "#domain/figures.ts";
import { parseAmount } from "#domain/parse-amount.ts";

const WORDS: Record<Exclude<Qualifier, "exactly" | "between">, string> = {
  at_least: "at least|no fewer than|no less than|a minimum of",
  up_to: "up to|as many as|as much as|at most|no more than|a maximum of",
  more_than: "more than|over|upwards of",
  fewer_than: "fewer than|less than|under",
  about: "about|around|approximately|roughly|nearly|almost|an estimated|estimated|some",
};
const MONTH =
  "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
/** Not inside a longer number or word, and not money, a date's part or a numbered thing such as "Resolution 2254". */
const BEFORE = String.raw`(?<![\p{L}\p{N}$€£#.,:/–-])(?<!\b(?:${MONTH})\.? )(?<!\b(?:No|Nos|Art)\. )`;
const AFTER = String.raw`(?![\p{L}\p{N}]|[.,:/–-]\d|-\p{L}|\s?[ap]\.?m\b|\s(?:${MONTH})\b)`;
const AMOUNT = String.raw`${BEFORE}(${NUMBER}(?:\s(?:thousand|million|billion|trillion))?)${AFTER}`;
const QUALIFIED = new RegExp(`(?<![\\p{L}\\p{N}-])(?:(${Object.values(WORDS).join("|")})\\s)?${AMOUNT}`, "giu");
const BETWEEN = new RegExp(String.raw`(?<![\p{L}\p{N}-])between\s${AMOUNT}\sand\s${AMOUNT}`, "giu");

const NOT_A_UNIT = new Set(
  "is was are were has have had and or but in on at to by from for with as than who that which will would could after before during since until while his its this these those others them us it they he she we all each".split(
    " ",
  ),
);

type Guess = Omit<Figure, "id">;

/**
 * Finds the figures of an English sentence, each with its bound and a unit of up to three words. Leaves out what is
 * likely no count: years, dates, times, ordinals, money, "four-day", numbers that are part of a name.
 */
export function guessFigures(sentence: string): Guess[] {
  const ranges = [...sentence.matchAll(BETWEEN)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    match,
  }));
  const taken = (at: number) => ranges.some((range) => range.at <= at && at < range.end);
  const between = ranges.map(({ at, end, match }) => ({ at, guess: rangeGuess(match, sentence.slice(end)) }));
  const single = [...sentence.matchAll(QUALIFIED)]
    .filter((match) => !taken(match.index))
    .map((match) => ({ at: match.index, guess: singleGuess(match, sentence) }));
  return [...between, ...single].sort((a, b) => a.at - b.at).flatMap(({ guess }) => guess ?? []);
}

function rangeGuess([, low = "", high = ""]: RegExpExecArray, after: string): Guess | null {
  const unit = unitOf(after);
  if (unit === "" && isYear(low) && isYear(high)) return null;
  return guess("between", low, unit, high);
}

function singleGuess(match: RegExpExecArray, sentence: string): Guess | null {
  const [whole, words, amount = ""] = match;
  const unit = unitOf(sentence.slice(match.index + whole.length));
  const before = sentence.slice(0, match.index);
  if (unit === "" && (words === undefined || isYear(amount))) return null;
  if (words === undefined && (isYear(amount) || /\p{Lu}[\p{L}-]*\s$/u.test(before.replace(/^\S+\s$/, "")))) return null;
  return guess(words === undefined ? "exactly" : qualifierOf(words), amount, unit);
}

function guess(qualifier: Qualifier, amount: string, unit: string, high = ""): Guess | null {
  const value = parseAmount(amount);
  const upper = high === "" ? "" : parseAmount(high);
  return value === null || upper === null ? null : { qualifier, value, upper, unit, asOf: "" };
}

function qualifierOf(words: string): Qualifier {
  const said = words.toLowerCase();
  const found = Object.entries(WORDS).find(([, list]) => list.split("|").includes(said));
  return (found?.[0] ?? "about") as Qualifier;
}

/** A whole number that reads as a year: four digits without a comma. */
function isYear(amount: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(amount);
}

/** The words after a number up to the first plural, at most three; after "of the" also a single word that is none. */
function unitOf(after: string): string {
  if (/^\s?(?:%|per ?cent\b)/.test(after)) return "percent";
  const [phrase, of] = /^\s(of (?:the |its |their )?)?(?=\p{L})/u.exec(after) ?? [];
  if (phrase === undefined) return "";
  const words = wordsAtStart(after.slice(phrase.length));
  const plural = words.findIndex((word) => /\p{Ll}s$|^(?:people|children|men|women|police|percent)$/u.test(word));
  if (plural >= 0) return words.slice(0, plural + 1).join(" ");
  return of === undefined ? "" : (words[0] ?? "");
}

function wordsAtStart(text: string): string[] {
  const run = /^[\p{L}’'-]+(?: [\p{L}’'-]+){0,2}/u.exec(text)?.[0].split(" ") ?? [];
  const stop = run.findIndex((word) => NOT_A_UNIT.has(word.toLowerCase()));
  return stop < 0 ? run : run.slice(0, stop);
}
