import type { Work } from "#server/services/work.ts";

type Waiting = Pick<Work, "stale" | "toReview">;

/** The first claim that waits for this person's signature, other than the one on the screen. In the order of My work. */
export function nextReview({ stale, toReview }: Waiting, claimId: string) {
  const row = [...stale, ...toReview].find((one) => one.id !== claimId);
  return row ? { caseNumber: row.caseNumber, number: row.number, reference: row.reference } : null;
}
