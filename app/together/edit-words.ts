import { writtenText } from "#app/card/places.ts";
import type { Card } from "#domain/card.ts";
import { placeWords } from "#domain/place-words.ts";
import type { Say } from "#domain/words/say.ts";

const TEXTS = new Set(["statement", "gaps", "verdict", "rationale"]);

type Speech = { say: Say<"together">; sayPlace: Say<"places"> };

/** What somebody did in a place of the card, in short: "Bo added 14 words to Rationale". */
export function editWords({ say, sayPlace }: Speech, who: string, at: string, before: Card, after: Card): string {
  const place = placeWords(sayPlace, at);
  if (!TEXTS.has(at)) return say("changed", { who, place });
  const more = wordCount(writtenText(after, at)) - wordCount(writtenText(before, at));
  if (more === 0) return say("changed_words", { who, place });
  return say(more > 0 ? "added" : "took_out", { who, place, count: Math.abs(more) });
}

const wordCount = (text: string) => text.split(/\s+/u).filter(Boolean).length;
