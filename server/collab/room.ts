import * as Y from "yjs";
import type { Db } from "#db/client.ts";
import { missingVersions } from "#db/queries/card-versions.ts";
import { bindingsOf, placeOfClaim, quarantineOf } from "#db/queries/collab.ts";
import { rationaleRoot } from "#domain/card-roots.ts";
import { AppError, notFound } from "#domain/errors.ts";
import { type DeletionMarks, Deletions } from "#server/collab/deletions.ts";
import type { Material } from "#server/collab/material.ts";
import type { Peer } from "#server/collab/peer.ts";
import { openCard } from "#server/collab/replay.ts";
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
  doc: Y.Doc;
  /** The last row of the log that is on disk and in memory. */
  seq: number;
  /** The last row that the live channel was told about. */
  announcedSeq: number;
  /** When the tables were brought up last, as `performance.now` tells it. */
  projectedAt: number;
  material: Material;
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
  owners: Map<number, string>;
  peers: Set<Peer>;
  /** Peers that were sent the whole document: only they can use what follows. */
  synced: Set<Peer>;
  shown: Map<Peer, Shown>;
  /** Who showed themselves under which client id, also after they left, and the last clock that was sent for it. */
  presenceIds: Map<number, { memberId: string; clock: number }>;
  /** Whether the rationale is known to hold no broken node. */
  isMended: boolean;
  /** What the document emitted while one edit was applied: the edit itself, then what Yjs tidied because of it. */
  emitted: Uint8Array[];
};

/**
 * Loads a card's room; `recent` is what was followed until it was closed, if that was just now.
 * Throws an AppError: not_found, or read_only for a quarantined card.
 */
export function openRoom(db: Db, claimId: string, log: Log, recent: Deletions | null): Room {
  const place = placeOfClaim(db, claimId);
  if (!place) throw notFound("claim");
  if (quarantineOf(db, claimId)) throw quarantined();
  const { doc, seq, material, bytes, rowsSinceCheckpoint } = openCard(db, claimId, log);
  const owners = new Map(bindingsOf(db, claimId).map((row) => [row.clientId, row.memberId]));
  const room: Room = {
    ...{ claimId, ...place, doc, seq, material, bytes, rowsSinceCheckpoint, owners },
    deletions: (recent ?? new Deletions()).begin(material.amounts, missingVersions(db, claimId)),
    announcedSeq: seq,
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
    isMended: false,
    emitted: [],
  };
  rationaleRoot(doc).observeDeep(() => {
    room.isMended = false;
  });
  doc.on("update", (update: Uint8Array) => room.emitted.push(update));
  return room;
}

/** The close reason for everybody on a quarantined card. */
export const SET_ASIDE = "This card is set aside until an administrator has looked at it.";

export const quarantined = () =>
  new AppError(
    "read_only",
    "This card cannot be edited until an administrator has looked at it. What it last showed is kept.",
  );

export const isUsed = (room: Room, clientId: number) => Y.getState(room.doc.store, clientId) > 0;

/**
 * The member to whom a client id belongs: who edited under it, or else who showed themselves under it. Null while it
 * is free, and for the ids under which the server itself writes.
 */
export function ownerOf(room: Room, clientId: number): string | null {
  const editor = room.owners.get(clientId);
  if (editor !== undefined || isUsed(room, clientId)) return editor ?? null;
  return room.presenceIds.get(clientId)?.memberId ?? null;
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
  room.emitted = [];
  edit(room.doc);
  if (room.emitted.length === 0) return;
  room.bytes += room.emitted.reduce((sum, update) => sum + update.length, 0);
  const [made, ...tidied] = room.emitted as [Uint8Array, ...Uint8Array[]];
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
  room.material.judge(row);
  row.marks = room.deletions.judge(row, room.material.amounts, room.seq);
  row.closed = true;
}
