import { insertQuarantine, placeOfClaim, prepareLogWriter } from "#db/queries/collab.ts";
import { CLOSE, type CloseCode } from "#domain/protocol.ts";
import { ClosedCards } from "#server/collab/deletions.ts";
import { closePeer } from "#server/collab/peer.ts";
import { createProjector, type ProjectorOptions } from "#server/collab/projector.ts";
import { finalCheckpoint } from "#server/collab/replay.ts";
import { isUsed, openRoom, quarantined, type Room, SET_ASIDE } from "#server/collab/room.ts";
import { isStorageError } from "#server/collab/storage-health.ts";
import { createWriter, type WriterOptions } from "#server/collab/writer.ts";

/** A card that nobody has edited for so long need not be in memory. */
const REST_MS = 10_000;

export type HubOptions = Omit<ProjectorOptions, "flush" | "setAside"> &
  Pick<WriterOptions, "now" | "meter" | "socketBuffer" | "flushMs" | "takeIn"> & {
    /** After how many milliseconds without an edit a document leaves memory. */
    restMs?: number;
  };

/**
 * The open rooms: loaded when somebody needs them, and unloaded with everything written down when nobody does. All of it
 * is synchronous, so loading, editing and unloading cannot overtake each other.
 */
export function createHub(options: HubOptions) {
  const { storage, disk, log, health, now, restMs = REST_MS } = options;
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
    const recent = closedCards.take(claimId);
    const room = openRoom(claimId, { db, log, recent, onBroken: (error) => broken(claimId, error) });
    rooms.set(claimId, room);
    return room;
  }

  /** The room of a claim if it is open, after the end of a transaction on it was noticed. */
  function find(claimId: string): Room | null {
    const room = rooms.get(claimId);
    if (room) writer.settle(room);
    return rooms.get(claimId) ?? null;
  }

  /** A card that cannot be read is set aside, also when it was at rest and people have it open. */
  function broken(claimId: string, error: unknown): unknown {
    if (isStorageError(error)) return error;
    quarantine(claimId, error);
    const room = rooms.get(claimId);
    if (room) closeAside(room);
    return quarantined();
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
    room.document.destroy();
  }

  /** The log is as it was, so only this card closes; its last tables stay readable. */
  function setAside(room: Room, error: unknown): void {
    quarantine(room.claimId, error);
    closeAside(room);
  }

  /** Inside a transaction nobody knows yet whether the card stays set aside: whoever comes back is told. */
  function closeAside(room: Room): void {
    if (sqlite.inTransaction) drop(room, "Read the card again.");
    else drop(room, SET_ASIDE, CLOSE.setAside);
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
    room.document.destroy();
  }

  function tidy(room: Room): void {
    project(room);
    if (rooms.get(room.claimId) !== room) return;
    if (room.rowsSinceCheckpoint > 0 && !projector.isLagging(room)) projector.checkpoint(room);
    keepIds(room);
  }

  /** Lets go of the documents that nobody has needed for a while, although people have the cards open. */
  function restIdle(): void {
    if (!health.current().writable || sqlite.inTransaction) return;
    for (const room of rooms.values()) {
      const { document, inbox, pending, tentative, unsynced } = room;
      if (document.idleFor < restMs || projector.isLagging(room)) continue;
      if (inbox.length > 0 || pending.length > 0 || tentative || unsynced) continue;
      if (room.rowsSinceCheckpoint > 0) projector.checkpoint(room);
      if (room.rowsSinceCheckpoint === 0) document.rest();
    }
  }

  /** Whether the document of a card is not in memory, so that the database has all of it. */
  function isAtRest(claimId: string): boolean {
    const room = find(claimId);
    return room === null || (room.document.isAtRest && room.inbox.length === 0);
  }

  /** The whole document, for a client that has nothing of it; from the database while it is at rest. */
  const whole = ({ document, claimId }: Room): Uint8Array =>
    document.whole(() => finalCheckpoint(db, claimId, log)?.state ?? null);

  /** Whoever showed themselves under a client id keeps it: they may be offline, with words that are still to come. */
  function keepIds(room: Room): void {
    try {
      const isFree = (clientId: number) => room.owners.of(clientId) === null && !isUsed(room, clientId);
      const shown = [...room.presenceIds].filter(([clientId, { mayEdit }]) => mayEdit && isFree(clientId));
      if (shown.length === 0) return;
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

  const { flushNow, schedule } = writer;
  return {
    rooms,
    open,
    use,
    flushNow,
    write,
    schedule,
    project,
    release,
    drop,
    abandon,
    restIdle,
    isAtRest,
    whole,
    stop,
  };
}

export type Hub = ReturnType<typeof createHub>;
