import { setImmediate } from "node:timers/promises";
import type { Db } from "#db/client.ts";
import {
  draftOf,
  type ImportRow,
  importById,
  insertImport,
  removeDraft,
  setImportCounts,
} from "#db/queries/precedents.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import type { Check } from "#server/import/check.ts";
import { added, type Counts, countsOf } from "#server/precedents/preview.ts";
import { storeAll } from "#server/precedents/store.ts";
import { record } from "#server/services/audit.ts";
import { decideOnce, inTransaction, type Once } from "#server/services/decide.ts";

export type Imported = Counts & { dropped: number };
type Begun = Pick<ImportRow, "id" | "fileName" | "format" | "dropped">;

/** Takes in all checks of a file at once. Call inside a transaction. @throws AppError bad_input when there is none. */
export function importAll(
  tx: Db,
  actor: Member,
  begun: Begun,
  { checks, at }: { checks: readonly Check[]; at: number },
) {
  demandChecks(checks.length);
  begin(tx, actor, begun, at);
  storePart(tx, begun.id, checks);
  return end(tx, actor, begun.id, at);
}

/**
 * Takes in the file that a member looked at, one transaction for each part. What was cut off, by a restart for one, goes
 * on after its last part; it is on the record when it ends, or when the member turns to another file.
 */
export async function importInParts(
  { db, now }: Pick<Context, "db" | "now">,
  actor: Member,
  {
    begun,
    parts,
    decision,
  }: { begun: Begun; parts: AsyncIterable<Check[]>; decision: Once & { of: readonly unknown[] } },
): Promise<Imported> {
  const done = inTransaction(db, (tx) => sumOf(importById(tx, begun.id) ?? begin(tx, actor, begun, now())));
  let seen = 0;
  for await (const checks of parts) {
    seen += checks.length;
    if (seen <= done) continue;
    inTransaction(db, (tx) => {
      demandDraft(tx, actor, begun.id);
      storePart(tx, begun.id, checks);
    });
    await setImmediate();
  }
  return decideOnce({ db, now }, actor, decision, (tx, at) => {
    demandDraft(tx, actor, begun.id);
    removeDraft(tx, actor.id);
    return end(tx, actor, begun.id, at);
  });
}

/** Puts on the record what came in of a file that the actor turns away from. */
export function endUnfinished(tx: Db, actor: Member, at: number): void {
  const draft = draftOf(tx, actor.id);
  if (draft && importById(tx, draft.id)) end(tx, actor, draft.id, at);
}

/** @throws AppError conflict when the actor looks at another file by now, or at none. */
export function demandDraft(tx: Db, actor: Member, id: string) {
  const draft = draftOf(tx, actor.id);
  if (!draft) throw refusal("conflict", "precedents", "no_file");
  if (draft.id !== id) throw refusal("conflict", "precedents", "other_file");
  return draft;
}

export function demandChecks(count: number): void {
  if (count === 0) throw refusal("bad_input", "precedents", "no_checks");
}

function begin(tx: Db, actor: Member, begun: Begun, at: number): ImportRow {
  const row = { ...begun, by: actor.id, at, added: 0, updated: 0, known: 0 };
  insertImport(tx, row);
  return row;
}

function storePart(tx: Db, id: string, checks: readonly Check[]): void {
  const before = importById(tx, id) ?? countsOf([]);
  setImportCounts(tx, id, added(before, countsOf(storeAll(tx, id, checks))));
}

function end(tx: Db, actor: Member, id: string, at: number): Imported {
  const { fileName, format, added, updated, known, dropped } = importById(tx, id) as ImportRow;
  const counts = { added, updated, known, dropped };
  record(tx, {
    type: "precedents.imported",
    actorId: actor.id,
    body: { importId: id, fileName, format, ...counts },
    at,
  });
  return counts;
}

const sumOf = ({ added, updated, known }: Counts): number => added + updated + known;
