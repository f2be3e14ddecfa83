import { codePointReader } from "#domain/code-points.ts";

/** A passage of a text, in Unicode code points. */
export type Span = { start: number; end: number };

const LINE = /[^\n\v\f\r\u0085\u2028\u2029]+/g;

/** Abbreviations that always belong to the word after them. */
const BEFORE_A_NAME =
  /(?:^|[^\p{L}\p{N}])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Cmdr|Adm|Amb|Rev|Hon|St|Mt|vs|cf)\.$/u;
/** Abbreviations that belong to a number after them, and otherwise end a sentence like any word ("He said no."). */
const BEFORE_A_NUMBER =
  /(?:^|[^\p{L}\p{N}])(?:No|Nos|Art|Sec|Fig|Vol|Ch|pp?|ca|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/iu;
/** "U.S.", "a.m.", an initial, "Inc.": may or may not end a sentence; the word after them decides. */
const MAY_END = /(?:^|[^\p{L}\p{N}])(?:\p{L}\.(?:\p{L}\.)*|Inc|Ltd|Corp|Co|Jr|Sr|etc|e\.g|i\.e)\.?$/u;
const NEW_SENTENCE =
  /^["'“‘«(]*(?:The|This|That|These|Those|A|An|He|She|It|They|We|You|I|His|Her|Its|Their|Our|In|On|At|By|To|From|For|With|After|Before|When|While|As|If|Since|But|And|Or|So|Yet|However|Meanwhile|Some|Many|Most|All|Both|No|Not|There|Here|What|Who|How|Why|Then|Now|Also|Later|Earlier|According|Officials)\b/;
const LIST_NUMBER = /^\(?\p{Nd}{1,3}[.)]$/u;
/** An abbreviation is looked for in this many last characters: searching all of a long sentence takes quadratic time. */
const TAIL = 64;
const GOES_ON = /^["'“‘«(]*\p{Ll}/u;

/**
 * Cuts a text into sentences, in order, without white space at their ends. A line break always ends one; within a line
 * Unicode's sentence rules apply (UAX 29), repaired where an abbreviation, an initial or "…?” he asked" fools them.
 */
export function splitSentences(text: string, language = "en"): Span[] {
  const segmenter = sentenceSegmenter(language);
  const toCodePoint = codePointReader(text);
  return Array.from(text.matchAll(LINE)).flatMap((line) =>
    joinFalseSplits(pieces(segmenter, line[0])).map(({ from, to }) => {
      const start = toCodePoint(line.index + from);
      return { start, end: toCodePoint(line.index + to) };
    }),
  );
}

type Piece = { from: number; to: number; text: string };

function pieces(segmenter: Intl.Segmenter, line: string): Piece[] {
  return Array.from(segmenter.segment(line)).flatMap(({ index, segment }) => {
    const from = index + segment.length - segment.trimStart().length;
    const text = segment.trim();
    return text === "" ? [] : [{ from, to: from + text.length, text }];
  });
}

function joinFalseSplits(list: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of list) {
    const last = joined.at(-1);
    if (last && belongsTogether(last.text, piece.text)) {
      joined[joined.length - 1] = { from: last.from, to: piece.to, text: piece.text };
    } else joined.push(piece);
  }
  return joined;
}

function belongsTogether(before: string, after: string): boolean {
  const end = before.slice(-TAIL);
  if (GOES_ON.test(after) || LIST_NUMBER.test(before) || BEFORE_A_NAME.test(end)) return true;
  if (BEFORE_A_NUMBER.test(end)) return /^\p{Nd}/u.test(after);
  return MAY_END.test(end) && !NEW_SENTENCE.test(after);
}

function sentenceSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || "en", { granularity: "sentence" });
  } catch {
    return new Intl.Segmenter("en", { granularity: "sentence" });
  }
}

export type SentenceState = "claimed" | "dismissed" | "open";

/**
 * What has become of each sentence: claimed when a claim's quote shares a character with it, else dismissed when its
 * ordinal (its place in the list, from 0) is among the dismissed ones, else open.
 */
export function coverage(
  sentences: readonly Span[],
  claimed: readonly Span[],
  dismissedOrdinals: ReadonlySet<number>,
): { states: SentenceState[]; claimed: number; dismissed: number; open: number } {
  const overlaps = (one: Span, other: Span) => Math.max(one.start, other.start) < Math.min(one.end, other.end);
  const states = sentences.map((sentence, ordinal): SentenceState => {
    if (claimed.some((span) => overlaps(span, sentence))) return "claimed";
    return dismissedOrdinals.has(ordinal) ? "dismissed" : "open";
  });
  const count = (state: SentenceState) => states.filter((one) => one === state).length;
  return { states, claimed: count("claimed"), dismissed: count("dismissed"), open: count("open") };
}
