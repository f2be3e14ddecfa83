import type { ClaimRow } from "#app/board/claim-row.ts";
import { hasLabel, tidyLabel } from "#domain/labels.ts";
import { LIMITS } from "#domain/limits.ts";
import type { Say, Saying } from "#domain/words/say.ts";
import type { BulkAct, BulkResult } from "#server/services/bulk.ts";

/** Claims that are refused, each with its reason. */
export type Left = { row: ClaimRow; why: Saying | string };

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

export type Names = { nameOf: (id: string) => string; listed: (names: readonly string[]) => string };

/** What was done to how many claims, in one sentence. */
export function bulkDoneWords(say: Say<"bulk">, act: BulkAct, count: number, { nameOf, listed }: Names): string {
  if (act.act === "move") return say("moved", { count, status: { room: "statuses", id: act.stage } });
  if (act.act === "due") return say(act.dueAt === null ? "due_taken" : "due_set", { count });
  if (act.act === "label") return say(act.on ? "labelled" : "unlabelled", { count, label: tidyLabel(act.label) });
  if (act.act === "review") return say("asked", { count, names: listed(act.reviewerIds.map(nameOf)) });
  return act.assigneeId === null
    ? say("left_alone", { count })
    : say("assigned", { count, name: nameOf(act.assigneeId) });
}

/** The acts that take a decision back, where one can: a move to where each claim came from, a label where it was new. */
export function bulkUndo(act: BulkAct, done: readonly ClaimRow[]): { act: BulkAct; rows: ClaimRow[] }[] {
  if (act.act === "label") return labelBack(act, done);
  return act.act === "move" ? moveBack(done) : [];
}

function labelBack(act: BulkAct & { act: "label" }, done: readonly ClaimRow[]) {
  const rows = done.filter((row) => hasLabel(row.labels, act.label) !== act.on);
  return rows.length === 0 ? [] : [{ act: { ...act, on: !act.on }, rows }];
}

/** One act for each place that the claims came from and can go back to by hand. */
function moveBack(done: readonly ClaimRow[]): { act: BulkAct; rows: ClaimRow[] }[] {
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

const NOT_REACHED: Saying = { room: "bulk", id: "not_reached" };

/** What came of it: the claims that were decided, and those that were not. */
export function splitResults(
  rows: readonly ClaimRow[],
  results: readonly BulkResult[],
): { done: ClaimRow[]; left: Left[] } {
  const byId = new Map(results.map((one) => [one.claimId, one]));
  const why = (row: ClaimRow) => byId.get(row.id)?.refused ?? (byId.has(row.id) ? null : NOT_REACHED);
  return {
    done: rows.filter((row) => why(row) === null),
    left: rows.flatMap((row) => {
      const reason = why(row);
      return reason === null ? [] : [{ row, why: reason }];
    }),
  };
}
