/** The texts of a card whose words can be discussed, by the names of their roots. */
export const WORD_PLACES = ["statement", "gaps", "verdict", "rationale"] as const;
export type WordPlace = (typeof WORD_PLACES)[number];
