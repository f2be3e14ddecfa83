import type { ClaimRow } from "#app/board/claim-row.ts";
import type { Stage, Status } from "#domain/status.ts";
import { STATUSES } from "#domain/status.ts";

/** The columns of the board, in the order of the work; dropped claims stand below it. */
export const COLUMNS = STATUSES.filter((status) => status !== "dropped");

export type Grouped<Row> = Record<Status, Row[]>;

/** Every status with its claims: what is due first comes first, then by number. */
export function groupByStatus<Row extends ClaimRow>(rows: readonly Row[]): Grouped<Row> {
  const groups = Object.fromEntries(STATUSES.map((status) => [status, [] as Row[]])) as Grouped<Row>;
  for (const row of rows) groups[row.status].push(row);
  for (const status of STATUSES) groups[status].sort(byDueThenNumber);
  return groups;
}

function byDueThenNumber(a: ClaimRow, b: ClaimRow): number {
  return (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY) || a.number - b.number;
}

/** The stage that a column stands for; null for those that follow from sign-offs and releases. */
export function stageOf(status: Status): Stage | null {
  return status === "signed_off" || status === "released" ? null : status;
}

/** Why a claim cannot be put into this column by hand, as a sentence, or null when it can. */
export function whyNotHere(status: Status): string | null {
  if (status === "signed_off") return "Follows from sign-offs: open the card and sign it off.";
  if (status === "released") return "Follows from a release of the signed-off claims.";
  return null;
}

/**
 * Why this claim cannot be moved along by hand now, or null when it can. A complete sign-off outranks the stage,
 * so moving such a claim would change nothing that people see.
 */
export function whyNotMove(row: { status: Status }): string | null {
  if (stageOf(row.status) !== null) return null;
  return "It is signed off. Request changes or edit the card to open it again.";
}
