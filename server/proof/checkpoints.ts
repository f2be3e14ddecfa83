import type { Db } from "#db/client.ts";
import { lastEvent } from "#db/queries/audit.ts";
import { insertCheckpoint, lastCheckpoint } from "#db/queries/proofs.ts";
import type { Context } from "#server/context.ts";
import { rootOf } from "#server/proof/merkle-tree.ts";
import { recordTree } from "#server/proof/record-tree.ts";
import { type Signer, signNote } from "#server/proof/signer.ts";
import { inTransaction } from "#server/services/decide.ts";

type Made = { signers: readonly Signer[]; at: number; releaseId?: string };

/** Signs how long the record is now and the root of its tree, and keeps that. The first signer's name is the record's. */
export function makeCheckpoint(tx: Db, { signers, at, releaseId }: Made): string {
  const size = lastEvent(tx)?.seq ?? 0;
  const root = Buffer.from(rootOf(recordTree(tx), size)).toString("base64");
  const note = signNote(`${signers[0]?.name}\n${size}\n${root}\n`, ...signers);
  insertCheckpoint(tx, { size, note, at, releaseId });
  return note;
}

/** One checkpoint a day (UTC) at least, as long as the record grows. */
export function dailyCheckpoint({ db, now, signer }: Pick<Context, "db" | "now" | "signer">): void {
  const at = now();
  const last = lastCheckpoint(db);
  const isDone = last !== null && (dayOf(last.at) === dayOf(at) || last.size === lastEvent(db)?.seq);
  if (!isDone) inTransaction(db, (tx) => makeCheckpoint(tx, { signers: [signer], at }));
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
