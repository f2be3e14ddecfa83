import type { ReleasedDocument } from "#domain/claim-set.ts";
import { isoDate } from "#domain/said-when.ts";
import type { Rating, Scale } from "#domain/scales.ts";
import { type ClaimFacts, webAddress } from "#server/export/claim-facts.ts";

// What every shape of ClaimReview says alike: the rating, and where the claim was made.

export type RatingSaid = {
  label: string;
  explanation: string;
  /** Null where the rating has no number, or the scale's ends are none that ClaimReview can carry. */
  numbers: { value: number; best: number; worst: number } | null;
};

export function ratingSaid({ claim: { card }, scale, rating }: ClaimFacts): RatingSaid {
  const label = rating?.label || card.verdict || "No rating given";
  return { label, explanation: card.verdict, numbers: rating && ratingNumbers(scale, rating) };
}

/** Google asks for a worst rating of 1 or more and a best rating above it. */
function ratingNumbers(scale: Scale | null, { value }: Rating): RatingSaid["numbers"] {
  const ends = scale && scaleEnds(scale);
  return value !== null && ends && canCarry(ends) ? { value, ...ends } : null;
}

/** The lowest and the highest number on a scale; null where no label has one. */
export function scaleEnds({ ratings }: Scale): { best: number; worst: number } | null {
  const values = ratings.flatMap(({ value }) => (value === null ? [] : [value]));
  return values.length > 0 ? { best: Math.max(...values), worst: Math.min(...values) } : null;
}

export const canCarry = ({ best, worst }: { best: number; worst: number }) => worst >= 1 && best > worst;

export type Appearance = ReleasedDocument & { address: string };

/** The documents with a web address in which the claim was made, each address once. */
export function appearancesOf({ quotes }: Pick<ClaimFacts, "quotes">): Appearance[] {
  const known = quotes.flatMap(({ document }) => {
    const address = document && webAddress(document.originUrl);
    return document && address ? [{ ...document, address }] : [];
  });
  return known.filter((one, at) => known.findIndex((other) => other.address === one.address) === at);
}

/** The earliest of several appearances, where all their days are known and one is before the others. */
export function firstAppearance(appearances: readonly Appearance[]): Appearance | null {
  const days = appearances.map(({ publishedOn }) => isoDate(publishedOn, "day") ?? "");
  if (days.length < 2 || days.some((day) => day.length < "2026-03-09".length)) return null;
  const first = days.toSorted()[0];
  const earliest = appearances.filter((_, at) => days[at] === first);
  return earliest.length === 1 ? (earliest[0] ?? null) : null;
}
