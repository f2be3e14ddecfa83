import type { ClaimRow } from "#app/board/claim-row.ts";
import type { Group } from "#app/board/grouping.ts";
import { STATUSES } from "#domain/status.ts";
import type { Say } from "#domain/words/say.ts";

/** The columns of the board, in the order of the work; dropped claims stand below it. */
export const COLUMNS = STATUSES.filter((status) => status !== "dropped");

/** Every status with its claims, in the order given; a status without claims has its place too. */
export function groupByStatus(say: Say<"statuses">, rows: readonly ClaimRow[]): Group[] {
  const groups = STATUSES.map((status) => ({ key: status, words: say(status), rows: [] as ClaimRow[] }));
  for (const row of rows) groups[STATUSES.indexOf(row.status)]?.rows.push(row);
  return groups;
}
