import * as Y from "yjs";
import type { Db } from "#db/client.ts";
import { appendUpdate, bindClient, rowAt, saveCheckpoint } from "#db/queries/collab.ts";
import { closeRow, type PendingRow, type Room, type Tentative } from "#server/collab/room.ts";

/** Writes the room's queued rows and their client id bindings; returns the number of the last row. */
export function writePending(db: Db, room: Room): number {
  let seq = room.seq;
  for (const row of room.pending) seq = writeRow(db, room.claimId, row);
  return seq;
}

function writeRow(db: Db, claimId: string, row: PendingRow): number {
  const { memberId } = row;
  for (const clientId of row.newClients) if (memberId !== null) bindClient(db, { claimId, clientId, memberId });
  const bytes = Buffer.from(row.bytes[0] ?? new Uint8Array());
  return appendUpdate(db, { claimId, memberId, connectionId: row.peer?.id ?? null, at: row.at, bytes });
}

/** Closes the run that is still open, so that everything queued is judged and can be written. */
export const closeLast = (room: Room) => closeRow(room, room.pending.at(-1));

/** Marks what was just written as uncertain until the caller's transaction has ended. */
export function holdTentative(room: Room, seq: number): void {
  const last = room.pending.at(-1);
  if (!last) return;
  const earlier = room.tentative;
  const previousSeq = earlier?.previousSeq ?? room.seq;
  const rows = [...(earlier?.rows ?? []), ...room.pending];
  room.tentative = { rows, seq, previousSeq, at: last.at, connectionId: last.peer?.id ?? null };
  room.pending = [];
  room.seq = seq;
}

/** Whether the rows of a tentative write are there. */
export function isThere(db: Db, claimId: string, tentative: Tentative): boolean {
  const row = rowAt(db, tentative.seq);
  return row?.claimId === claimId && row.connectionId === tentative.connectionId && row.at === tentative.at;
}

/** Stores the whole document, so that the next opening does not replay the log. */
export function writeCheckpoint(db: Db, room: Room): void {
  const state = Buffer.from(Y.encodeStateAsUpdate(room.doc));
  saveCheckpoint(db, { claimId: room.claimId, seq: room.seq, state });
  room.rowsSinceCheckpoint = 0;
  room.bytes = state.length;
}
