import { insertQuarantine, placeOfClaim, prepareLogWriter } from "#db/queries/collab.ts";
import { isAppError } from "#domain/errors.ts";
import { CLOSE, type CloseCode } from "#domain/protocol.ts";
import { ClosedCards } from "#server/collab/deletions.ts";
import { closePeer } from "#server/collab/peer.ts";
import { createProjector, type ProjectorOptions } from "#server/collab/projector.ts";
import { isUsed, openRoom, type Room, SET_ASIDE } from "#server/collab/room.ts";
import { isStorageError } from "#server/collab/storage-health.ts";
import { createWriter, type WriterOptions } from "#server/collab/writer.ts";

export type HubOptions = Omit<ProjectorOptions, "flush" | "setAside"> &
  Pick<WriterOptions, "now" | "meter" | "socketBuffer" | "flushMs" | "takeIn">;

/**
 * The open rooms: loaded when somebody needs them, and unloaded with everything written down when nobody does. All of it
 * is synchronous, so loading, editing and unloading cannot overtake each other.
 */
export function createHub(options: HubOptions) {
  const { storage, disk, log, health, now } = options;
  const { db, sqlite } = storage;
  const rooms = new Map<string, Room>();
  const closedCards = new ClosedCards();
  const logWriter = prepareLogWriter(db);
  const projector = createProjector({ ...options, flush: () => writer.flush(), setAside });
  const writer = createWriter({
    ...options,
    logWriter,
    onCommitted: (room) => projector.lag(room),
    onFailed: fail,
    onSettled: (room) => void (rooms.get(room.claimId) === room && release(room)),
    onTakenBack: (room) => drop(room, "Read the card again."),
  });
  const { write } = writer;

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
    if (room) writer.settle(room);
    return rooms.get(claimId) ?? null;
  }

  function load(claimId: string): Room {
    try {
      return openRoom(db, claimId, log, closedCards.take(claimId));
    } catch (error) {
      if (!isAppError(error) && !isStorageError(error)) quarantine(claimId, error);
      throw error;
    }
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
      const reason = error instanceof Error ? error.message : String(error);
      insertQuarantine(db, { claimId, reason, at: now() });
    } catch (failure) {
      health.failed(failure);
    }
  }

  function drop(room: Room, reason: string, code: CloseCode = CLOSE.storage): void {
    rooms.delete(room.claimId);
    projector.forget(room);
    writer.forget(room);
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

  /** Unloads a room that nobody has open, after writing down everything that it holds. */
  function release(room: Room): void {
    if (room.peers.size > 0 || rooms.get(room.claimId) !== room) return;
    if (sqlite.inTransaction) return void setImmediate(() => release(room));
    if (!write(room)) return;
    // A locked file would keep everybody waiting for each of these, and they can be made up for later.
    if (health.current().writable) tidy(room);
    if (rooms.get(room.claimId) !== room) return;
    closedCards.keep(room.claimId, room.deletions, now());
    projector.forget(room);
    writer.forget(room);
    rooms.delete(room.claimId);
    room.doc.destroy();
  }

  function tidy(room: Room): void {
    project(room);
    if (rooms.get(room.claimId) !== room) return;
    if (room.rowsSinceCheckpoint > 0 && !projector.isLagging(room)) projector.checkpoint(room);
    keepIds(room);
  }

  /** Whoever showed themselves under a client id keeps it: they may be offline, with words that are still to come. */
  function keepIds(room: Room): void {
    const shown = [...room.presenceIds].filter(([clientId]) => !room.owners.has(clientId) && !isUsed(room, clientId));
    if (shown.length === 0) return;
    try {
      disk.write(() => {
        for (const [clientId, { memberId }] of shown) logWriter.bind({ claimId: room.claimId, clientId, memberId });
      });
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

  /** After a failed sync nobody knows what the file holds: everybody is sent away, and nothing is acknowledged. */
  function abandon(error: unknown): void {
    health.failed(error);
    for (const room of [...rooms.values()]) drop(room, "The server cannot store edits at the moment.");
  }

  function stop(): void {
    projector.stop();
    writer.stop();
    for (const room of [...rooms.values()]) release(room);
  }

  const { flush, flushNow, schedule } = writer;
  return { rooms, find, open, use, flush, flushNow, write, schedule, project, release, drop, abandon, stop };
}

export type Hub = ReturnType<typeof createHub>;
