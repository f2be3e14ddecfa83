/** Where the parts of a card begin on its page. */
const ANCHORS = {
  statement: "statement",
  who: "who-title",
  when: "when-title",
  media: "media-title",
  figures: "figures-title",
  quotes: "quotes-title",
  verdict: "verdict",
  rationale: "rationale-title",
  sources: "sources-title",
  "sign-off": "sign-off",
  work: "work",
  corrections: "corrections",
} as const;

export type CardPart = keyof typeof ANCHORS;

/** The address of a card, or of one part of it. */
export function cardAddress(caseNumber: number, claimNumber: number, part: CardPart | null): string {
  const card = `/cases/${caseNumber}/claims/${claimNumber}`;
  return part ? `${card}#${ANCHORS[part]}` : card;
}
