import { nfc } from "#domain/nfc.ts";

/** Marks that a search looks past: accents, Hebrew points, Arabic vowel signs and stretching, and what is not seen at all. */
const PASSED =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Letters that one may write for another, as searches in these languages expect. */
const ALIKE: Record<string, string> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", ς: "σ" },
  ...{ ٱ: "ا", ى: "ي", ی: "ي", ة: "ه", ک: "ك" },
};

const KEPT = 20_000;
const known = new Map<string, string>();

/** Text as the index and a query are compared: small letters, no accents or vowel signs, digits as 0–9. */
export function foldText(text: string): string {
  let folded = "";
  for (const character of nfc(text)) folded += foldCharacter(character);
  return folded;
}

/** The same with the place in `text` at which the character begins that each UTF-16 unit of `folded` comes from. */
export function foldWithPlaces(given: string): { text: string; folded: string; places: number[] } {
  const text = nfc(given);
  const places: number[] = [];
  let folded = "";
  let at = 0;
  for (const character of text) {
    const part = foldCharacter(character);
    for (let unit = 0; unit < part.length; unit++) places.push(at);
    folded += part;
    at += character.length;
  }
  places.push(at);
  return { text, folded, places };
}

/** Whole words of folded text, as the index cuts them: letters, digits and the marks that belong to them. */
export const wordsOf = (folded: string): string[] => folded.match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? [];

function foldCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const folded = foldAnew(character);
  if (known.size < KEPT) known.set(character, folded);
  return folded;
}

function foldAnew(character: string): string {
  // Control characters and halves of pairs end words: SQLite would cut the text at the first NUL.
  if (/[\p{Cc}\p{Cs}]/u.test(character)) return " ";
  const plain = character.normalize("NFKD").toLowerCase().normalize("NFKD").replace(PASSED, "").normalize("NFC");
  return [...plain].map((one) => ALIKE[one] ?? digit(one)).join("");
}

/** Arabic-Indic digits, both rows of them, as 0–9. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const zero = code >= 0x6f0 ? 0x6f0 : 0x660;
  return code >= zero && code < zero + 10 ? String(code - zero) : character;
}
