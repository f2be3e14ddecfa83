import type { MessageId } from "#domain/words/say.ts";

/**
 * Characters that are stored and not seen, or that make text read in another order than it is stored: Unicode's format
 * characters (Cf), the other controls, and two fillers. What ordinary writing needs is none: a joiner inside a word of
 * a script that joins, a joiner or a flag's tags inside an emoji, a sign that stands above a number.
 * See Unicode Standard Annex 31, 2.3, and Technical Standard 51.
 */
const HIDDEN = String.raw`[\p{Cf}\u3164\uffa0]|[^\P{Cc}\t\n\r]`;

const JOINED = [
  ..."Arabic Bengali Devanagari Gujarati Gurmukhi Kannada Khmer Malayalam Mandaic Mongolian Myanmar Nko Oriya".split(
    " ",
  ),
  ..."Phags_Pa Sinhala Syriac Tamil Telugu Tibetan".split(" "),
]
  .map((script) => String.raw`\p{Script=${script}}`)
  .join("");
const LETTER = `(?=[${JOINED}])[\\p{L}\\p{M}]`;
const NEEDED = [
  String.raw`[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]`,
  String.raw`\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}`,
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})`,
  `(?<=${LETTER})[\\u200c\\u200d](?=${LETTER})`,
];
/** Nearly every text has none, and is looked through quickly. */
const CANDIDATE = new RegExp(HIDDEN, "u");
const SIGNS = new RegExp(`(?:${NEEDED.join("|")})|(${HIDDEN})`, "gu");

/** Embeddings, overrides and isolates: they can make text read in another order than it is stored. */
export const REORDERING = /[\u202a-\u202e\u2066-\u2069]/gu;

export type HiddenSign = { at: number; sign: string };

/** Where in a text characters stand that nobody sees, in UTF-16 units. */
export function hiddenSigns(text: string): HiddenSign[] {
  if (!CANDIDATE.test(text)) return [];
  return [...text.matchAll(SIGNS)].flatMap(({ index, 1: sign }) => (sign === undefined ? [] : [{ at: index, sign }]));
}

export function withoutHiddenSigns(text: string): string {
  return CANDIDATE.test(text)
    ? text.replace(SIGNS, (found, sign: string | undefined) => (sign === undefined ? found : ""))
    : text;
}

/** The number of a character as Unicode writes it, e.g. "U+202E". */
export function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

const NAMES: Record<string, MessageId<"signs">> = {
  "\u00ad": "soft_hyphen",
  "\u061c": "arabic_letter_mark",
  "\u200b": "zero_width_space",
  "\u200c": "non_joiner",
  "\u200d": "joiner",
  "\u200e": "left_to_right_mark",
  "\u200f": "right_to_left_mark",
  "\u202a": "left_to_right_embedding",
  "\u202b": "right_to_left_embedding",
  "\u202c": "end_of_direction",
  "\u202d": "left_to_right_override",
  "\u202e": "right_to_left_override",
  "\u2060": "word_joiner",
  "\u2066": "left_to_right_isolate",
  "\u2067": "right_to_left_isolate",
  "\u2068": "isolate",
  "\u2069": "end_of_isolate",
  "\ufeff": "no_break_space",
};

/** What this character is called, as one of the words of `signs`. */
export function nameOfSign(sign: string): MessageId<"signs"> {
  return NAMES[sign] ?? "shapeless";
}
