import type { Db } from "#db/client.ts";
import { keepResult, resultOf } from "#db/queries/decisions.ts";
import { sha256Hex } from "#domain/content.ts";
import type { AppError } from "#domain/errors.ts";
import { refusal } from "#domain/words/refusal.ts";

export type Once = { once: string };
type Decision = Once & { of: readonly unknown[] };
type Kept<T> = { value: T; of: string };

/**
 * Carries out one decision in one immediate transaction, once per idempotency key: the second arrival of a form
 * (double click, retry, back button) gets the first result. `decide` returns plain JSON. `of` names everything that is
 * decided: a key that comes back with something else was never carried out for that, and must not look as if it was.
 * @throws AppError conflict when the key belongs to another decision.
 * @throws AppError read_only when the disk refuses the write; nothing is half-written then.
 */
export function decideOnce<T>(
  { db, now }: { db: Db; now: () => number },
  actor: { id: string },
  { once, of }: Decision,
  decide: (tx: Db, at: number) => T,
): T {
  return inTransaction(db, (tx) => {
    const before = keptOf<T>(tx, actor, { once, of });
    if (before) return before.value;
    const at = now();
    const result = decide(tx, at);
    keepResult(tx, { memberId: actor.id, key: once, result: { value: result ?? null, of: nameOf(of) }, at });
    return result;
  });
}

/** The result of a decision that takes long, when it was made before; null otherwise. @throws AppError conflict as `decideOnce`. */
export function decidedBefore<T>(db: Db, actor: { id: string }, decision: Decision): T | null {
  return keptOf<T>(db, actor, decision)?.value ?? null;
}

function keptOf<T>(db: Db, actor: { id: string }, { once, of }: Decision): Kept<T> | undefined {
  const before = resultOf(db, actor.id, once)?.result as Kept<T> | undefined;
  if (before && before.of !== nameOf(of)) throw otherDecision();
  return before;
}

/** Exactly as it came: the same words in another Unicode form are another decision. */
const nameOf = (of: readonly unknown[]) => sha256Hex(JSON.stringify(of));

/** One immediate transaction; a disk that refuses becomes a sentence that people can act on. */
export function inTransaction<T>(db: Db, run: (tx: Db) => T): T {
  try {
    return db.transaction((tx) => run(tx as unknown as Db), { behavior: "immediate" });
  } catch (error) {
    throw isStorageFault(error) ? storageRefusal(error) : error;
  }
}

function otherDecision(): AppError {
  return refusal("conflict", "forms", "other_decision");
}

function isStorageFault(error: unknown): error is Error & { code: string } {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && /^SQLITE_(FULL|IOERR|READONLY|BUSY)/.test(code);
}

function storageRefusal(cause: Error): AppError {
  const refused = refusal("read_only", "forms", "disk_refuses");
  refused.cause = cause;
  return refused;
}
