import type { Storage } from "#db/client.ts";
import { insertQuarantine, placeOfClaim } from "#db/queries/collab.ts";
import { isAppError } from "#domain/errors.ts";
import { CLOSE } from "#domain/protocol.ts";
import { acknowledgeFrame, updateFrame } from "#server/collab/frames.ts";
import { closePeer, send } from "#server/collab/peer.ts";
import { type OnMaterialChange, projectRoom } from "#server/collab/project.ts";
import { openRoom, type PendingRow, type Room, type Tentative } from "#server/collab/room.ts";
import { isStorageError, type StorageHealth } from "#server/collab/storage-health.ts";
import { closeLast, holdTentative, isThere, writeCheckpoint, writePending } from "#server/collab/write-log.ts";
import type { Log } from "#server/log.ts";

const FLUSH_MS = 4;
/** Tables may be this far behind the log while somebody types. */
const PROJECT_MS = 60;
const ROWS_PER_CHECKPOINT = 200;

export type HubOptions = {
  storage: Storage;
  log: Log;
  now: () => number;
  health: StorageHealth;
  socketBuffer: number;
  /** How long edits wait for others, so that one sync to disk serves them all, in milliseconds. */
  flushMs?: number;
  onMaterialChange?: OnMaterialChange;
  /** After the tables of a card changed and the transaction is over. */
  onProjected: (claimId: string, caseId: string) => void;
};

/**
 * The open rooms and the only way from memory to disk: commit, then broadcast, then acknowledge, then project.
 * Everything is synchronous, so loading, editing and unloading cannot overtake each other.
 */
export function createHub(options: HubOptions) {
  const { storage, log, health } = options;
  const { db, sqlite } = storage;
  const rooms = new Map<string, Room>();
  const lagging = new Set<Room>();
  let flushTimer: NodeJS.Timeout | null = null;
  let projectTimer: NodeJS.Timeout | null = null;

  /** The room of a claim, loaded when it is not open. Throws an AppError: not_found or read_only. */
  function open(claimId: string): Room {
    const found = find(claimId);
    if (found) return found;
    const room = load(claimId);
    rooms.set(claimId, room);
    return room;
  }

  /** The room of a claim if it is open, after the end of a transaction on it was noticed. */
  function find(claimId: string): Room | null {
    const room = rooms.get(claimId);
    if (room) settle(room);
    return rooms.get(claimId) ?? null;
  }

  function load(claimId: string): Room {
    try {
      return openRoom(db, claimId);
    } catch (error) {
      if (!isAppError(error) && !isStorageError(error)) quarantine(claimId, error);
      throw error;
    }
  }

  function scheduleFlush(): void {
    flushTimer ??= setTimeout(() => {
      flushTimer = null;
      flush();
    }, options.flushMs ?? FLUSH_MS);
  }

  /** Writes everything queued in all rooms. Returns false when some of it could not be written. */
  function flush(): boolean {
    const waiting = [...rooms.values()].filter((room) => room.pending.length > 0);
    if (waiting.length === 0) return true;
    if (sqlite.inTransaction) {
      scheduleFlush();
      return true;
    }
    if (commit(waiting)) return true;
    return waiting.map((room) => commit([room], true)).every(Boolean);
  }

  /** One transaction for these rooms; what follows a commit happens only after it. */
  function commit(waiting: readonly Room[], last = waiting.length === 1): boolean {
    let seqs: number[];
    try {
      for (const room of waiting) closeLast(room);
      seqs = db.transaction((tx) => waiting.map((room) => writePending(tx, room)), { behavior: "immediate" });
    } catch (error) {
      if (last) for (const room of waiting) fail(room, error);
      return false;
    }
    const written = waiting.map((room, at) => {
      const rows = room.pending;
      room.pending = [];
      room.seq = seqs[at] ?? room.seq;
      return { room, rows };
    });
    for (const { room, rows } of written) committed(room, rows);
    return true;
  }

  function committed(room: Room, rows: readonly PendingRow[]): void {
    for (const row of rows) broadcast(room, row);
    const acknowledgements = room.acknowledgements;
    room.acknowledgements = [];
    for (const { peer, count } of acknowledgements) send(peer, acknowledgeFrame(count), options.socketBuffer);
    room.rowsSinceCheckpoint += rows.length;
    lag(room);
  }

  function broadcast(room: Room, row: PendingRow): void {
    const bytes = row.bytes[0];
    if (!bytes) return;
    const frame = updateFrame(bytes);
    for (const peer of room.synced) if (peer !== row.peer) send(peer, frame, options.socketBuffer);
  }

  /** Nothing of a failed commit was acknowledged or shown: memory forgets it, and the clients send it again. */
  function fail(room: Room, error: unknown): void {
    if (isStorageError(error)) health.failed(error);
    else quarantine(room.claimId, error);
    drop(room, "The server cannot store edits at the moment.");
  }

  function quarantine(claimId: string, error: unknown): void {
    // A claim whose transaction was rolled back left nothing to set aside.
    if (!placeOfClaim(db, claimId)) return;
    log.error({ err: error, claimId }, "card quarantined");
    try {
      insertQuarantine(db, {
        claimId,
        reason: error instanceof Error ? error.message : String(error),
        at: options.now(),
      });
    } catch (failure) {
      health.failed(failure);
    }
  }

  function drop(room: Room, reason: string): void {
    rooms.delete(room.claimId);
    lagging.delete(room);
    room.pending = [];
    room.tentative = null;
    for (const peer of [...room.peers]) closePeer(peer, CLOSE.storage, reason);
    room.doc.destroy();
  }

  function lag(room: Room): void {
    lagging.add(room);
    projectTimer ??= setTimeout(() => {
      projectTimer = null;
      for (const one of [...lagging]) project(one);
    }, PROJECT_MS);
  }

  /** Brings the tables up to the log, in a transaction of its own or inside the caller's. Never throws. */
  function project(room: Room): void {
    settle(room);
    if (room.pending.length > 0 && !write(room)) return;
    try {
      db.transaction((tx) => projectRoom(tx, room, options.onMaterialChange), { behavior: "immediate" });
    } catch (error) {
      projectionFailed(room, error);
      return;
    }
    if (sqlite.inTransaction) return;
    lagging.delete(room);
    if (room.rowsSinceCheckpoint >= ROWS_PER_CHECKPOINT) checkpoint(room);
    if (room.announcedSeq === room.seq) return;
    room.announcedSeq = room.seq;
    options.onProjected(room.claimId, room.caseId);
  }

  // The log is safe at this point, so only this card closes; its last tables stay readable.
  function projectionFailed(room: Room, error: unknown): void {
    if (isStorageError(error)) {
      health.failed(error);
      return;
    }
    quarantine(room.claimId, error);
    drop(room, "This card needs to be looked at by an administrator.");
  }

  function checkpoint(room: Room): void {
    try {
      writeCheckpoint(db, room);
    } catch (error) {
      if (isStorageError(error)) health.failed(error);
      else log.error({ err: error, claimId: room.claimId }, "checkpoint not written");
    }
  }

  /**
   * Writes one room's queue now, also inside a transaction of the caller. There, peers hear of it only once that
   * transaction is over, and after a rollback the edits go back to the queue.
   */
  function write(room: Room): boolean {
    settle(room);
    if (room.pending.length === 0) return true;
    if (!sqlite.inTransaction) return commit([room]);
    closeLast(room);
    holdTentative(room, writePending(db, room));
    queueMicrotask(() => settleLater(room));
    return true;
  }

  function settleLater(room: Room): void {
    if (sqlite.inTransaction) return void setImmediate(() => settleLater(room));
    settle(room);
    if (rooms.get(room.claimId) === room) release(room);
  }

  function settle(room: Room): void {
    const { tentative } = room;
    if (!tentative) return;
    const there = isThere(db, room.claimId, tentative);
    if (there && sqlite.inTransaction) return;
    room.tentative = null;
    if (there) committed(room, tentative.rows);
    else takeBack(room, tentative);
  }

  // An edit that the server itself made was taken back with the rest of the transaction; edits of peers were not.
  function takeBack(room: Room, { rows, previousSeq }: Tentative): void {
    room.seq = previousSeq;
    room.pending.unshift(...rows);
    if (rows.some((row) => row.peer === null)) drop(room, "Read the card again.");
    else scheduleFlush();
  }

  /** Unloads a room that nobody has open, after writing down everything that it holds. */
  function release(room: Room): void {
    if (room.peers.size > 0 || rooms.get(room.claimId) !== room) return;
    if (sqlite.inTransaction) return void setImmediate(() => release(room));
    if (!write(room)) return;
    project(room);
    if (rooms.get(room.claimId) !== room) return;
    if (room.rowsSinceCheckpoint > 0 && !lagging.has(room)) checkpoint(room);
    lagging.delete(room);
    rooms.delete(room.claimId);
    room.doc.destroy();
  }

  /** Runs something on a room that may not be open, and unloads it again. */
  function use<T>(claimId: string, work: (room: Room) => T): T {
    const room = open(claimId);
    try {
      return work(room);
    } finally {
      release(room);
    }
  }

  function stop(): void {
    if (flushTimer) clearTimeout(flushTimer);
    if (projectTimer) clearTimeout(projectTimer);
    flush();
    for (const room of [...rooms.values()]) {
      release(room);
    }
  }

  return { rooms, find, open, use, flush, write, project, release, drop, scheduleFlush, stop };
}

export type Hub = ReturnType<typeof createHub>;
