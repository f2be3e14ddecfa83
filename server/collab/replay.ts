import * as Y from "yjs";
import type { Db } from "#db/client.ts";
import { checkpointOf, lastSeqOf, logAfter } from "#db/queries/collab.ts";
import { projectedSeqOf, projectionOf } from "#db/queries/projection.ts";
import { emptyCard } from "#domain/empty-card.ts";
import { type Checkpoint, openSeal } from "#server/collab/checkpoint-seal.ts";
import { hasPending } from "#server/collab/guard.ts";
import { Material } from "#server/collab/material.ts";
import type { Log } from "#server/log.ts";

export type Opened = { doc: Y.Doc; seq: number; material: Material; bytes: number; rowsSinceCheckpoint: number };

/**
 * Reads a card from its checkpoint and log. Rows that the tables already show are applied as they are; after each
 * later one the material content is judged, as it was when the row was written.
 * A damaged checkpoint is left out, because the log is whole without it. Throws when the log does not give a whole
 * document.
 */
export function openCard(db: Db, claimId: string, log: Log): Opened {
  const doc = emptyCard();
  const shown = projectionOf(db, claimId);
  const checkpoint = shown && wholeCheckpoint(db, claimId, log);
  const usable = checkpoint && checkpoint.seq <= shown.projectedSeq ? checkpoint : null;
  if (usable) Y.applyUpdate(doc, usable.state);
  let seq = usable?.seq ?? 0;
  let bytes = usable?.state.length ?? 0;
  const rows = logAfter(db, claimId, seq);
  const isShown = (row: { seq: number }) => shown !== null && row.seq <= shown.projectedSeq;
  const apply = (row: (typeof rows)[number]) => {
    Y.applyUpdate(doc, row.bytes);
    seq = row.seq;
    bytes += row.bytes.length;
  };
  for (const row of rows.filter(isShown)) apply(row);
  const material = new Material(doc, shown);
  for (const row of rows.filter((one) => !isShown(one))) {
    apply(row);
    material.judge(row);
  }
  if (hasPending(doc)) throw new Error(`The log of claim ${claimId} has a gap.`);
  if (seq < (shown?.projectedSeq ?? 1))
    throw new Error(`The log of claim ${claimId} ends before what its tables show.`);
  return { doc, seq, material, bytes, rowsSinceCheckpoint: rows.length };
}

/** The card's checkpoint when the log and the tables end with it too, so that it is the card. */
export function finalCheckpoint(db: Db, claimId: string, log: Log): Checkpoint | null {
  const checkpoint = wholeCheckpoint(db, claimId, log);
  if (!checkpoint || checkpoint.seq !== lastSeqOf(db, claimId)) return null;
  return projectedSeqOf(db, claimId) === checkpoint.seq ? checkpoint : null;
}

function wholeCheckpoint(db: Db, claimId: string, log: Log): Checkpoint | null {
  const row = checkpointOf(db, claimId);
  const whole = row && openSeal(row);
  if (row && !whole) log.error({ claimId }, "damaged checkpoint left out, the card was read from its log");
  return whole;
}
