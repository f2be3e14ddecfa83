import * as Y from "yjs";
import type { Db } from "#db/client.ts";
import { missingVersions } from "#db/queries/card-versions.ts";
import { placeOfClaim, quarantineOf } from "#db/queries/collab.ts";
import { notFound } from "#domain/errors.ts";
import { refusal } from "#domain/words/refusal.ts";
import { type DeletionMarks, Deletions } from "#server/collab/deletions.ts";
import { Owners } from "#server/collab/owners.ts";
import type { Peer } from "#server/collab/peer.ts";
import { finalCheckpoint, openCard } from "#server/collab/replay.ts";
import { RoomDocument } from "#server/collab/room-document.ts";
import type { Log } from "#server/log.ts";

/** A run of edits from one socket (or from the server) that becomes one row of the log. */
export type PendingRow = {
  memberId: string | null;
  peer: Peer | null;
  at: number;
  bytes: Uint8Array[];
  newClients: number[];
  /** A closed row has been judged and takes no more edits. */
  closed: boolean;
  /** What the row takes out of the card or brings back, when that is much. */
  marks?: DeletionMarks | null;
};

/** Rows written inside a caller's transaction, of which nobody knows yet whether it commits. */
export type Tentative = {
  rows: PendingRow[];
  seq: number;
  previousSeq: number;
  at: number;
  connectionId: string | null;
};

/** Edits that are committed and not yet synced: their colleagues and their authors hear of them after the sync. */
export type Batch = { room: Room; rows: readonly PendingRow[]; acknowledgements: Acknowledgements };

/** The last number that each peer asked about, and since when it waits (`performance.now`). */
export type Acknowledgements = Map<Peer, { count: number; askedAt: number }>;

/** What one peer shows of itself on this card. */
export type Shown = { clientId: number; clock: number; state: Record<string, unknown> };

export type Room = {
  claimId: string;
  caseId: string;
  reference: string;
  document: RoomDocument;
  /** The last row of the log that is on disk and in memory. */
  seq: number;
  /** The last row that the live channel was told about. */
  announcedSeq: number;
  /** Whether something decided on the claim stands otherwise, of which the live channel was not told yet. */
  isDecided: boolean;
  /** Who was the first to change the material content since the tables were brought up; null while nobody has. */
  changedBy: string | null;
  /** When the tables were brought up last, as `performance.now` tells it. */
  projectedAt: number;
  deletions: Deletions;
  /** An upper estimate of the encoded size. */
  bytes: number;
  rowsSinceCheckpoint: number;
  /** Edits that have arrived and are not in the document yet. */
  inbox: { peer: Peer; update: Uint8Array }[];
  pending: PendingRow[];
  tentative: Tentative | null;
  /** Waits for what is in the inbox or pending. */
  acknowledgements: Acknowledgements;
  /** The last batch that waits for its sync. */
  unsynced: Batch | null;
  owners: Owners;
  peers: Set<Peer>;
  /** Peers that were sent the whole document: only they can use what follows. */
  synced: Set<Peer>;
  shown: Map<Peer, Shown>;
  /** Who showed themselves under which client id, also after they left, and the last clock that was sent for it. */
  presenceIds: Map<number, { memberId: string; mayEdit: boolean; clock: number }>;
};

export type OpenRoomOptions = {
  db: Db;
  log: Log;
  /** What was followed until the card was closed, if that was just now. */
  recent: Deletions | null;
  /** Deals with a card that cannot be read. Returns what is to be thrown. */
  onBroken: (error: unknown) => unknown;
};

/** Opens a card's room. Throws an AppError: not_found, or read_only for a quarantined card; and what `onBroken` returns. */
export function openRoom(claimId: string, { db, log, recent, onBroken }: OpenRoomOptions): Room {
  const place = placeOfClaim(db, claimId);
  if (!place) throw notFound("claim");
  if (quarantineOf(db, claimId)) throw quarantined();
  const deletions = recent ?? new Deletions();
  const load = () => {
    try {
      const opened = openCard(db, claimId, log);
      deletions.begin(opened.material.amounts, missingVersions(db, claimId));
      return opened;
    } catch (error) {
      throw onBroken(error);
    }
  };
  const checkpoint = finalCheckpoint(db, claimId, log);
  const opened = checkpoint ? null : load();
  const seq = opened?.seq ?? checkpoint?.seq ?? 0;
  return {
    ...{ claimId, ...place, seq, deletions },
    document: new RoomDocument(opened ?? checkpoint, load),
    bytes: opened?.bytes ?? checkpoint?.state.length ?? 0,
    rowsSinceCheckpoint: opened?.rowsSinceCheckpoint ?? 0,
    owners: new Owners(db, claimId),
    announcedSeq: seq,
    isDecided: false,
    changedBy: null,
    projectedAt: Number.NEGATIVE_INFINITY,
    inbox: [],
    pending: [],
    tentative: null,
    acknowledgements: new Map(),
    unsynced: null,
    peers: new Set(),
    synced: new Set(),
    shown: new Map(),
    presenceIds: new Map(),
  };
}

/** The close reason for everybody on a quarantined card. */
export const SET_ASIDE = "This card is set aside until an administrator has looked at it.";

export const quarantined = () => refusal("read_only", "card", "set_aside_closed");

export const isUsed = (room: Room, clientId: number) => room.document.clockOf(clientId) > 0;

/**
 * The member to whom a client id belongs: who edited under it, or else who showed themselves under it. Null while it
 * is free, and for the ids under which the server itself writes.
 */
export function ownerOf(room: Room, clientId: number): string | null {
  const shown = room.presenceIds.get(clientId);
  return shown && !isUsed(room, clientId) ? shown.memberId : room.owners.of(clientId);
}

/**
 * Applies an edit in memory and queues what the document made of it: canonical bytes, without anything that was
 * smuggled in beside them. Throws what Yjs throws; the room is then no longer to be trusted.
 */
export function applyEdit(
  room: Room,
  edit: (doc: Y.Doc) => void,
  from: Omit<PendingRow, "bytes" | "closed" | "marks">,
): void {
  const last = room.pending.at(-1);
  const extend = last && !last.closed && last.peer === from.peer && from.peer !== null;
  if (last && !extend) closeRow(room, last);
  const { document } = room;
  document.emitted = [];
  edit(document.doc);
  const { emitted } = document;
  if (emitted.length === 0) return;
  room.bytes += emitted.reduce((sum, update) => sum + update.length, 0);
  const [made, ...tidied] = emitted as [Uint8Array, ...Uint8Array[]];
  if (extend) {
    last.bytes.push(made);
    last.newClients.push(...from.newClients);
  } else {
    room.pending.push({ ...from, bytes: [made], closed: false });
  }
  if (tidied.length > 0) queueTidied(room, tidied, from.at);
}

// Yjs tidies superfluous formatting in every copy but the author's, so this goes to everybody, in nobody's name.
function queueTidied(room: Room, bytes: Uint8Array[], at: number): void {
  closeRow(room, room.pending.at(-1));
  room.pending.push({ memberId: null, peer: null, at, bytes, newClients: [], closed: false });
}

/** Judges the row's content, so that the last editor is right even when somebody else edits in the same instant. */
export function closeRow(room: Room, row: PendingRow | undefined): void {
  if (!row || row.closed) return;
  if (row.bytes.length > 1) row.bytes = [Y.mergeUpdates(row.bytes)];
  const { material } = room.document;
  if (material.judge(row)) room.changedBy ??= row.memberId;
  row.marks = room.deletions.judge(row, material.amounts, room.seq);
  row.closed = true;
}
