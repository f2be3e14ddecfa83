import { insertQuarantine, placeOfClaim, prepareLogWriter } from "#db/queries/collab.ts";
import { isAppError } from "#domain/errors.ts";
import { CLOSE, type CloseCode } from "#domain/protocol.ts";
import type { Meter } from "#server/collab/meter.ts";
import { closePeer } from "#server/collab/peer.ts";
import { createProjector, type ProjectorOptions } from "#server/collab/projector.ts";
import { isUsed, openRoom, type PendingRow, type Room, SET_ASIDE, type Tentative } from "#server/collab/room.ts";
import { isStorageError } from "#server/collab/storage-health.ts";
import { tellCommitted } from "#server/collab/tell.ts";
import { closeLast, holdTentative, isThere, writePending } from "#server/collab/write-log.ts";

export type HubOptions = Omit<ProjectorOptions, "flush" | "setAside"> & {
  now: () => number;
  meter: Meter;
  socketBuffer: number;
  /** How long edits wait for others, in milliseconds; without, until this turn of the event loop has read all sockets. */
  flushMs?: number;
};

/**
 * The open rooms and the only way from memory to disk: commit, then broadcast, then acknowledge, then project.
 * Everything is synchronous, so loading, editing and unloading cannot overtake each other.
 */
export function createHub(options: HubOptions) {
  const { storage, log, health } = options;
  const { db, sqlite } = storage;
  const rooms = new Map<string, Room>();
  const logWriter = prepareLogWriter(db);
  const projector = createProjector({ ...options, flush, setAside });
  let stopFlush: (() => void) | null = null;

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

  /** One sync to disk serves everybody who typed in the same moment. */
  function scheduleFlush(): void {
    stopFlush ??= later(options.flushMs, () => {
      stopFlush = null;
      flush();
    });
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
    const start = performance.now();
    try {
      for (const room of waiting) closeLast(room, options.now());
      seqs = db.transaction(() => waiting.map((room) => writePending(logWriter, room)), { behavior: "immediate" });
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
    options.meter.commit(
      since(start),
      written.reduce((sum, { rows }) => sum + rows.length, 0),
    );
    for (const { room, rows } of written) committed(room, rows);
    return true;
  }

  function committed(room: Room, rows: readonly PendingRow[]): void {
    const acknowledgements = room.acknowledgements;
    room.acknowledgements = [];
    tellCommitted(room, rows, acknowledgements, options.socketBuffer);
    for (const { askedAt } of acknowledgements) options.meter.acknowledge(since(askedAt));
    room.rowsSinceCheckpoint += rows.length;
    projector.lag(room);
  }

  /** Nothing of a failed commit was acknowledged or shown: memory forgets it, and the clients send it again. */
  function fail(room: Room, error: unknown): void {
    if (isStorageError(error)) {
      health.failed(error);
      drop(room, "The server cannot store edits at the moment.");
    } else setAside(room, error);
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

  function drop(room: Room, reason: string, code: CloseCode = CLOSE.storage): void {
    rooms.delete(room.claimId);
    projector.forget(room);
    room.pending = [];
    room.tentative = null;
    for (const peer of [...room.peers]) closePeer(peer, code, reason);
    room.doc.destroy();
  }

  /** The log is as it was, so only this card closes; its last tables stay readable. */
  function setAside(room: Room, error: unknown): void {
    quarantine(room.claimId, error);
    drop(room, SET_ASIDE, CLOSE.setAside);
  }

  /** Brings the tables up to the log, in a transaction of its own or inside the caller's. Never throws. */
  function project(room: Room): void {
    if (write(room)) projector.project(room);
  }

  /**
   * Writes one room's queue now, also inside a transaction of the caller. There, peers hear of it only once that
   * transaction is over, and after a rollback the edits go back to the queue.
   */
  function write(room: Room): boolean {
    settle(room);
    if (room.pending.length === 0) return true;
    if (!sqlite.inTransaction) return commit([room]);
    closeLast(room, options.now());
    holdTentative(room, writePending(logWriter, room));
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
    if (room.rowsSinceCheckpoint > 0 && !projector.isLagging(room)) projector.checkpoint([room]);
    keepIds(room);
    projector.forget(room);
    rooms.delete(room.claimId);
    room.doc.destroy();
  }

  /** Whoever showed themselves under a client id keeps it: they may be offline, with words that are still to come. */
  function keepIds(room: Room): void {
    const shown = [...room.presenceIds].filter(([clientId]) => !room.owners.has(clientId) && !isUsed(room, clientId));
    if (shown.length === 0) return;
    const bind = () => {
      for (const [clientId, { memberId }] of shown) logWriter.bind({ claimId: room.claimId, clientId, memberId });
    };
    try {
      db.transaction(bind, { behavior: "immediate" });
    } catch (error) {
      health.failed(error);
    }
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
    stopFlush?.();
    projector.stop();
    flush();
    for (const room of [...rooms.values()]) {
      release(room);
    }
  }

  return { rooms, find, open, use, flush, write, project, release, drop, scheduleFlush, stop };
}

/** Seconds since a moment of `performance.now`. */
const since = (start: number) => (performance.now() - start) / 1_000;

/** Runs something later, once this turn has read what the sockets brought or after so many milliseconds. */
function later(ms: number | undefined, work: () => void): () => void {
  if (ms === undefined) {
    const turn = setImmediate(work);
    return () => clearImmediate(turn);
  }
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

export type Hub = ReturnType<typeof createHub>;
