import { placeText, placeWord } from "#app/card/places.ts";
import type { Card } from "#domain/card.ts";

const TEXTS = new Set(["statement", "gaps", "verdict", "rationale"]);

/** What somebody did in a place of the card, in short: "Bo added 14 words to Rationale". */
export function editWords(who: string, place: string, before: Card, after: Card): string {
  const where = placeWord(place);
  if (!TEXTS.has(place)) return `${who} changed ${where}`;
  const more = wordCount(placeText(after, place)) - wordCount(placeText(before, place));
  if (more > 0) return `${who} added ${words(more)} to ${where}`;
  if (more < 0) return `${who} took ${words(-more)} out of ${where}`;
  return `${who} changed words in ${where}`;
}

const words = (number: number) => (number === 1 ? "1 word" : `${number.toLocaleString("en")} words`);
const wordCount = (text: string) => text.split(/\s+/u).filter(Boolean).length;
