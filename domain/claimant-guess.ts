import type { AssertionMode } from "#domain/card.ts";

/** Reporting verbs in the forms that cannot be mistaken for a noun ("claims", "reports" can). */
const MODES = {
  alleged: "claimed|alleged|accused",
  denied: "denied",
  estimated: "estimated",
  paraphrased:
    "said|says|told|tells|stated|reported|announced|argued|argues|warned|confirmed|insisted|declared|asserted|acknowledged|admitted",
} as const;
const VERB = Object.values(MODES).join("|");
const ADVERBS = "(?:(?:has|have|had|also|later|then|again|almost|now|repeatedly|[a-z]+ly) ){0,4}";
/** Not reporting: "was said to be", "reported killed", "accused of", "said no". */
const NOT_REPORTING = "(?! (?:to (?:be|have)|killed|dead|missing|wounded|injured|of|by)\\b)";

/** Words in lower case that a name may hold or that stand for people who speak. */
const SMALL =
  /^(?:and|of|the|for|al|de|von|van|bin|ibn|to|state-run|pro-[A-Za-z]+|government|state|official|officials|leaders?|president|minister|ministry|spokes(?:man|woman|person|people)|officers?|commanders?|forces|police|army|military|authorities|administrators?|ambassador|agency|news|media|groups?|activists|residents|witnesses|rebels|militias?|council|party|union|lawyers?|prosecutors?|judges?|court|doctors?|rights|monitors?|report|statement)$/;
const PRONOUN =
  /^(?:he|she|it|they|we|you|i|who|which|that|this|these|those|there|one|some|many|others|both|nobody|everyone)$/i;

const WORD = String.raw`[\p{L}][\p{L}\p{N}.’'-]*`;
const NAME = `${WORD}(?: ${WORD}){0,8}?`;
const OPENING = String.raw`(?:(?:on|in|at|earlier|later|meanwhile|shortly|after|before|however|but|and|separately|since)\b[^,“”"]{0,80}, |but |and )?`;
const ACCORDING = /\baccording to ([^,;:“”"]{2,80}?)(?=,|;|\.?\s*$|\.\s)/iu;
const OPENS = new RegExp(`^${OPENING}(${NAME})(?:, ([^,“”"]{2,80}),)? ${ADVERBS}(${VERB})\\b${NOT_REPORTING}`, "iu");
/** "told Reuters", "told the Harbour Post". */
const LISTENER = `(?<=\\btold)(?: ${WORD}){1,5}`;
const CLOSES = new RegExp(
  `,[”"’']? (${NAME}) ${ADVERBS}(${VERB}|added)\\b(?: (?:in|on|at|to|during) [^“”"]{0,60}| \\p{Lu}[a-z]+day|${LISTENER})?[.]?$`,
  "iu",
);
const CLOSES_INVERTED = new RegExp(`,[”"] (said|says|warned|added) (${NAME})(?:, [^“”"]{2,80})?[.]?$`, "u");

/** What is longer is no sentence that anybody speaks, and quotation marks without an end would take quadratic time. */
const LONGEST = 2_000;

export type ClaimantGuess = { claimant: string; mode: AssertionMode };

/**
 * Guesses from one English sentence who asserts it and how; null when unsure, because a wrong name is worse than none.
 * `words` are those of it that the claim is about: direct speech is quoted, however much is told around it. A person has
 * to confirm what it says.
 */
export function guessClaimant(sentence: string, words = ""): ClaimantGuess | null {
  if (sentence.length > LONGEST) return null;
  const text = tidy(sentence);
  const guess = fromAccording(text) ?? fromOpening(text) ?? fromClosing(text);
  if (guess?.mode !== "paraphrased" || !isDirectSpeech(text, tidy(words))) return guess;
  return { ...guess, mode: "quoted" };
}

const tidy = (text: string) => text.replace(/\s+/g, " ").trim();

/** Speech that runs on from the sentence before, or into the next one, has only one of its marks here. */
const SPEECH = /“[^“”]*(?:”|$)|^[^“”]*”|"[^"]*"/g;

function isDirectSpeech(text: string, words: string): boolean {
  const at = words === "" ? -1 : text.indexOf(words);
  if (at < 0) return false;
  const spoken = [...text.matchAll(SPEECH)];
  return spoken.some(({ index, 0: speech }) => index <= at && at + words.length <= index + speech.length);
}

function fromAccording(text: string): ClaimantGuess | null {
  const claimant = named(ACCORDING.exec(withoutQuotes(text))?.[1]);
  return claimant ? { claimant, mode: quotedOr("paraphrased", text) } : null;
}

function fromOpening(text: string): ClaimantGuess | null {
  const [, subject, apposition, verb = ""] = OPENS.exec(text) ?? [];
  const who =
    apposition !== undefined && isProperName(apposition) && !isProperName(subject ?? "") ? apposition : subject;
  const claimant = named(subject) && named(who);
  return claimant ? { claimant, mode: modeOf(verb, text) } : null;
}

function fromClosing(text: string): ClaimantGuess | null {
  const [, before, verb] = CLOSES.exec(text) ?? [];
  const [, inverted, after] = CLOSES_INVERTED.exec(text) ?? [];
  const claimant = named(before ?? after);
  return claimant ? { claimant, mode: modeOf(verb ?? inverted ?? "", text) } : null;
}

/** The phrase as a name without its article, or null when it does not look like somebody. */
function named(phrase: string | undefined): string | null {
  const name = (phrase ?? "").trim().replace(/^(?:the|an?)(?: |$)/i, "");
  const words = name.split(" ");
  const fits = words.every((word) => /^\p{Lu}|^al-\p{Lu}/u.test(word) || SMALL.test(word));
  const speaks = words.some((word) => /\p{Lu}/u.test(word)) && !words.some((word) => PRONOUN.test(word));
  return name !== "" && words.length <= 9 && fits && speaks ? ownerOfReport(name) : null;
}

/** "SANA’s report" is SANA speaking. */
function ownerOfReport(name: string): string {
  return name.replace(/[’'](?:s)? (?:report|statement)\b.*$/u, "");
}

function isProperName(phrase: string): boolean {
  return phrase.split(" ").every((word) => /^\p{Lu}|^al-\p{Lu}/u.test(word));
}

function modeOf(verb: string, text: string): AssertionMode {
  const said = verb.toLowerCase();
  const found = (["alleged", "denied", "estimated"] as const).find((mode) => MODES[mode].split("|").includes(said));
  return found ?? quotedOr("paraphrased", text);
}

/** A sentence is quoted when most of it stands between quotation marks; a quoted word or two does not make it so. */
function quotedOr(mode: AssertionMode, text: string): AssertionMode {
  return withoutQuotes(text).length * 2 < text.length ? "quoted" : mode;
}

function withoutQuotes(text: string): string {
  return text.replace(/“[^”]*”|"[^"]*"/g, "");
}
