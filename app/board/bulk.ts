import type { ClaimRow } from "#app/board/claim-row.ts";
import { LIMITS } from "#domain/limits.ts";
import { STATUS_WORDS } from "#domain/status.ts";
import type { BulkAct, BulkResult } from "#server/services/bulk.ts";

/** Claims that are refused, each with its reason. */
export type Left = { row: ClaimRow; why: string };

/** The forms that carry one act on these claims to the server, each as large as a request may be. */
export function bulkForms(act: BulkAct, rows: readonly ClaimRow[], once: string): Record<string, string>[] {
  const count = Math.ceil(rows.length / LIMITS.bulk);
  return Array.from({ length: count }, (_, at) => ({
    intent: "bulk",
    once: `${once}.${at}`,
    act: JSON.stringify(act),
    claims: rows
      .slice(at * LIMITS.bulk, (at + 1) * LIMITS.bulk)
      .map((row) => `${row.id}:${row.version}`)
      .join(","),
  }));
}

const claimsDone = (count: number) => (count === 1 ? "1 claim is" : `${count} claims are`);

export function bulkDoneWords(act: BulkAct, count: number, nameOf: (id: string) => string): string {
  if (act.act === "move") return `${claimsDone(count)} now under “${STATUS_WORDS[act.stage]}”.`;
  if (act.act === "due")
    return act.dueAt === null
      ? `${claimsDone(count)} without a due time now.`
      : `${claimsDone(count)} due at the new time.`;
  if (act.act === "review") return `${claimsDone(count)} with ${act.reviewerIds.map(nameOf).join(", ")} for review.`;
  return act.assigneeId === null
    ? `${claimsDone(count)} with nobody now.`
    : `${claimsDone(count)} with ${nameOf(act.assigneeId)} now.`;
}

/** The acts that take a move back: one for each place that the claims came from and can go back to by hand. */
export function bulkUndo(act: BulkAct, done: readonly ClaimRow[]): { act: BulkAct; rows: ClaimRow[] }[] {
  if (act.act !== "move") return [];
  const back = done.filter((row) => row.status === row.stage && row.dropReason !== "duplicate");
  const places = new Map<string, ClaimRow[]>();
  for (const row of back) {
    const key = `${row.stage}:${row.dropReason ?? ""}`;
    places.set(key, [...(places.get(key) ?? []), { ...row, version: row.version + 1 }]);
  }
  return [...places.values()].flatMap((rows) =>
    rows[0] ? [{ act: { act: "move" as const, stage: rows[0].stage, dropReason: rows[0].dropReason }, rows }] : [],
  );
}

/** What came of it: the claims that were decided, and those that were not. */
export function splitResults(
  rows: readonly ClaimRow[],
  results: readonly BulkResult[],
): { done: ClaimRow[]; left: Left[] } {
  const byId = new Map(results.map((one) => [one.claimId, one]));
  const why = (row: ClaimRow) => byId.get(row.id)?.refused ?? (byId.has(row.id) ? null : "It was not reached.");
  return {
    done: rows.filter((row) => why(row) === null),
    left: rows.flatMap((row) => {
      const reason = why(row);
      return reason === null ? [] : [{ row, why: reason }];
    }),
  };
}
