import * as Y from "yjs";
import type { Db } from "#db/client.ts";
import { type LogWriter, rowAt, saveCheckpoint } from "#db/queries/collab.ts";
import { rationaleRoot } from "#domain/card-roots.ts";
import { sealCheckpoint } from "#server/collab/checkpoint-seal.ts";
import { mendRationale } from "#server/collab/mend.ts";
import { applyEdit, closeRow, type PendingRow, type Room, type Tentative } from "#server/collab/room.ts";

/** Writes the room's queued rows and their client id bindings; returns the number of the last row. */
export function writePending(log: LogWriter, room: Room): number {
  return room.pending.reduce((_, row) => writeRow(log, room.claimId, row), room.seq);
}

function writeRow(log: LogWriter, claimId: string, row: PendingRow): number {
  const { memberId, at } = row;
  for (const clientId of row.newClients) if (memberId !== null) log.bind({ claimId, clientId, memberId });
  const { buffer, byteOffset, byteLength } = row.bytes[0] ?? new Uint8Array();
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const seq = log.append({ claimId, memberId, connectionId: row.peer?.id ?? null, at, bytes });
  if (row.marks) log.mark(claimId, { ...row.marks, seq, at });
  return seq;
}

/** Closes the run that is still open, so that everything queued is whole and judged and can be written. */
export function closeLast(room: Room, at: number): void {
  closeRow(room, room.pending.at(-1));
  if (room.pending.length === 0 || room.document.isMended) return;
  const server = { memberId: null, peer: null, at, newClients: [] };
  applyEdit(room, (doc) => doc.transact(() => mendRationale(rationaleRoot(doc))), server);
  closeRow(room, room.pending.at(-1));
  room.document.isMended = true;
}

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

const ROWS_PER_CHECKPOINT = 200;
/** A large document takes long to store, and as long to load as so many rows more. */
const BYTES_PER_ROW = 500;

/** Whether opening the card would replay more rows than its size warrants. */
export const isCheckpointDue = ({ rowsSinceCheckpoint, bytes }: Room) =>
  rowsSinceCheckpoint >= Math.max(ROWS_PER_CHECKPOINT, bytes / BYTES_PER_ROW);

/** Stores the whole document, so that the next opening does not replay the log. */
export function writeCheckpoint(db: Db, room: Room): void {
  const state = Y.encodeStateAsUpdate(room.document.doc);
  const { vector } = room.document;
  saveCheckpoint(db, sealCheckpoint({ claimId: room.claimId, seq: room.seq, vector, state }));
  room.rowsSinceCheckpoint = 0;
  room.bytes = state.length;
}
