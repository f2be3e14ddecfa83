import type { ClaimRow } from "#app/board/claim-row.ts";

/** What can be asked about due times; `week` is today and the six days after it, `none` is no due time. */
export const DUE_FILTERS = ["overdue", "today", "week", "none"] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];

export const readDue = (asked: string): DueFilter | "" => DUE_FILTERS.find((one) => one === asked) ?? "";

/**
 * Whether a claim is due as asked. What is signed off, released or dropped is overdue no more. While the reader's clock
 * is not known, on the page as the server sends it, every claim with a due time may be.
 */
export function isDueWithin(
  asked: DueFilter,
  { dueAt, status }: Pick<ClaimRow, "dueAt" | "status">,
  now: number | null,
): boolean {
  if (dueAt === null || status === "released") return asked === "none";
  if (asked === "none") return false;
  if (now === null) return true;
  if (asked === "overdue") return dueAt < now && status !== "signed_off" && status !== "dropped";
  const days = daysUntil(dueAt, now);
  return asked === "today" ? days === 0 : days >= 0 && days < 7;
}

/** How many midnights of the reader lie between; negative for a day that is over. */
export function daysUntil(at: number, now: number): number {
  const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
  return Math.round((midnight(at) - midnight(now)) / 86_400_000);
}
