/** The parts of a card that a reviewer can name when they ask for changes, in the order of the card. */
export const CARD_PARTS = [
  "statement",
  "who",
  "when",
  "figures",
  "quotes",
  "verdict",
  "rationale",
  "gaps",
  "sources",
  "whole",
] as const;
export type CardPart = (typeof CARD_PARTS)[number];

export type ChangeRequest = { part: CardPart; words: string };

/** The request as one text, a line for each part, in the order of the card; parts without a sentence are left out. */
export function changeRequestText(requests: readonly ChangeRequest[], nameOf: (part: CardPart) => string): string {
  return requests
    .filter(({ words }) => words.trim() !== "")
    .toSorted((a, b) => CARD_PARTS.indexOf(a.part) - CARD_PARTS.indexOf(b.part))
    .map(({ part, words }) => `${nameOf(part)}: ${words.trim()}`)
    .join("\n");
}
