/**
 * How an address names a state of a card: `now`, the number of rows of its log that lead to it, or `sign-off-` and the id
 * of a review, whose card was frozen.
 */
export type VersionId = string;

export const NOW: VersionId = "now";

const SIGN_OFF = "sign-off-";

export const signOffId = (reviewId: string): VersionId => `${SIGN_OFF}${reviewId}`;

export type Named = { place: number } | { reviewId: string } | "now";

/** What an id names; null when it names nothing. */
export function readVersionId(id: VersionId): Named | null {
  if (id === NOW) return "now";
  if (id.startsWith(SIGN_OFF) && id.length <= 200) return { reviewId: id.slice(SIGN_OFF.length) };
  return /^[1-9]\d{0,8}$/.test(id) ? { place: Number(id) } : null;
}
