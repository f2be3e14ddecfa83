import type { ClaimRow } from "#app/board/claim-row.ts";
import type { Status } from "#domain/status.ts";
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
