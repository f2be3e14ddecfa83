import type { Db } from "#db/client.ts";
import { keepResult, resultOf } from "#db/queries/decisions.ts";
import { AppError } from "#domain/errors.ts";

export type Once = { once: string };

/**
 * Carries out one decision in one immediate transaction, once per idempotency key: the second arrival of a form
 * (double click, retry, back button) gets the first result. `decide` returns plain JSON.
 * @throws AppError read_only when the disk refuses the write; nothing is half-written then.
 */
export function decideOnce<T>(
  { db, now }: { db: Db; now: () => number },
  actor: { id: string },
  { once }: Once,
  decide: (tx: Db, at: number) => T,
): T {
  return inTransaction(db, (tx) => {
    const before = resultOf(tx, actor.id, once);
    if (before) return (before.result as { value: T }).value;
    const at = now();
    const result = decide(tx, at);
    keepResult(tx, { memberId: actor.id, key: once, result: { value: result ?? null }, at });
    return result;
  });
}

/** One immediate transaction; a disk that refuses becomes a sentence that people can act on. */
export function inTransaction<T>(db: Db, run: (tx: Db) => T): T {
  try {
    return db.transaction((tx) => run(tx as unknown as Db), { behavior: "immediate" });
  } catch (error) {
    throw isStorageFault(error) ? storageRefusal(error) : error;
  }
}

function isStorageFault(error: unknown): error is Error & { code: string } {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && /^SQLITE_(FULL|IOERR|READONLY|BUSY)/.test(code);
}

function storageRefusal(cause: Error): AppError {
  const refusal = new AppError(
    "read_only",
    "The server cannot write to its disk right now, so nothing was changed. Keep this page open and try again; an admin should look at the disk.",
  );
  refusal.cause = cause;
  return refusal;
}
