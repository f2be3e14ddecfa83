import type { Storage } from "#db/client.ts";
import type { Disk } from "#db/disk.ts";
import type { LogWriter } from "#db/queries/collab.ts";
import type { Meter } from "#server/collab/meter.ts";
import type { Batch, Room, Tentative } from "#server/collab/room.ts";
import { isStorageError } from "#server/collab/storage-health.ts";
import { tell } from "#server/collab/tell.ts";
import { closeLast, holdTentative, isThere, writePending } from "#server/collab/write-log.ts";

export type WriterOptions = {
  storage: Storage;
  disk: Disk;
  logWriter: LogWriter;
  meter: Meter;
  now: () => number;
  socketBuffer: number;
  /** How long edits wait for others, in milliseconds; without, until this turn of the event loop has read all sockets. */
  flushMs?: number;
  /** Puts what has arrived for a room into its document. */
  takeIn: (room: Room) => void;
  onCommitted: (room: Room) => void;
  onFailed: (room: Room, error: unknown) => void;
  /** After a transaction of somebody else, inside which the room was written, has ended. */
  onSettled: (room: Room) => void;
  /** Rows of the server itself were taken back with the transaction of which they were a part. */
  onTakenBack: (room: Room) => void;
};

/**
 * The only way from memory to disk: commit, then sync, then broadcast, then acknowledge. The sync happens beside the
 * event loop; whoever needs it now (a sign-off, somebody who joins) has it done at once.
 */
export function createWriter(options: WriterOptions) {
  const { storage, disk, logWriter, meter, now } = options;
  const { db, sqlite } = storage;
  /** Rooms in which something waits to be written. */
  const busy = new Set<Room>();
  /** What is on disk and not told yet. */
  let synced: Batch[] = [];
  let stopFlush: (() => void) | null = null;

  /** One commit and one sync serve everybody who typed in the same moment. */
  function schedule(room: Room): void {
    busy.add(room);
    stopFlush ??= later(options.flushMs, () => {
      disk.whenIdle(() => {
        stopFlush = null;
        flush();
      });
    });
  }

  /** Commits everything that waits in all rooms. Returns false when some of it could not be written. */
  function flush(): boolean {
    if (busy.size === 0) return true;
    if (sqlite.inTransaction) {
      for (const room of busy) schedule(room);
      return true;
    }
    for (const room of busy) options.takeIn(room);
    const waiting = [...busy].filter(hasNews);
    busy.clear();
    if (waiting.length === 0 || commit(waiting)) return true;
    const left = waiting.filter(hasNews);
    return left.length > 0 && left.map((room) => commit([room], true)).every(Boolean);
  }

  /** The same, and on disk and told before it returns. Throws SyncFailed. */
  function flushNow(): void {
    flush();
    disk.syncNow();
    tellSynced();
  }

  /**
   * One transaction for these rooms; what follows a sync happens only after it. A file that refuses refuses all of them,
   * and is asked once: each question may wait for a lock while nobody is served.
   */
  function commit(waiting: readonly Room[], last = waiting.length === 1): boolean {
    const start = performance.now();
    let seqs: number[];
    try {
      for (const room of waiting) closeLast(room, now());
      const append = () => waiting.map((room) => writePending(logWriter, room));
      seqs = waiting.some(({ pending }) => pending.length > 0) ? disk.write(append) : append();
    } catch (error) {
      if (last || isStorageError(error)) for (const room of waiting) options.onFailed(room, error);
      return false;
    }
    const batches = waiting.map((room, at) => {
      const batch = { room, rows: room.pending, acknowledgements: room.acknowledgements };
      room.seq = seqs[at] ?? room.seq;
      room.pending = [];
      return hand(batch);
    });
    disk.afterSync(() => {
      meter.commit(
        since(start),
        batches.reduce((sum, { rows }) => sum + rows.length, 0),
      );
      tellSoon(batches);
    });
    return true;
  }

  /** From the room to those who wait for the sync. */
  function hand(batch: Batch): Batch {
    const { room, rows } = batch;
    room.acknowledgements = new Map();
    room.unsynced = batch;
    room.rowsSinceCheckpoint += rows.length;
    options.onCommitted(room);
    return batch;
  }

  /** All commits that one sync brought to disk are told together: one write per socket, however many they were. */
  function tellSoon(batches: readonly Batch[]): void {
    if (synced.length === 0) queueMicrotask(tellSynced);
    synced.push(...batches);
  }

  function tellSynced(): void {
    const rooms = Map.groupBy(synced, ({ room }) => room);
    synced = [];
    for (const [room, batches] of rooms) {
      if (room.unsynced && batches.includes(room.unsynced)) room.unsynced = null;
      const acknowledgements = new Map(batches.flatMap((batch) => [...batch.acknowledgements]));
      tell({ room, rows: batches.flatMap(({ rows }) => rows), acknowledgements }, options.socketBuffer);
      for (const { askedAt } of acknowledgements.values()) meter.acknowledge(since(askedAt));
    }
  }

  /**
   * Commits what waits in one room, also inside a transaction of the caller. There, peers hear of it only once that
   * transaction is over, and after a rollback the edits go back to the queue.
   */
  function write(room: Room): boolean {
    options.takeIn(room);
    settle(room);
    if (!hasNews(room)) return true;
    if (!sqlite.inTransaction) return commit([room]);
    closeLast(room, now());
    holdTentative(room, writePending(logWriter, room));
    queueMicrotask(() => settleLater(room));
    return true;
  }

  function settleLater(room: Room): void {
    if (sqlite.inTransaction) return void setImmediate(() => settleLater(room));
    settle(room);
    options.onSettled(room);
  }

  /** Notices the end of a transaction inside which the room was written. */
  function settle(room: Room): void {
    const { tentative } = room;
    if (!tentative) return;
    const there = isThere(db, room.claimId, tentative);
    if (there && sqlite.inTransaction) return;
    room.tentative = null;
    if (there) {
      const batch = hand({ room, rows: tentative.rows, acknowledgements: room.acknowledgements });
      disk.afterSync(() => tellSoon([batch]));
    } else takeBack(room, tentative);
  }

  // An edit that the server itself made was taken back with the rest of the transaction; edits of peers were not.
  function takeBack(room: Room, { rows, previousSeq }: Tentative): void {
    room.seq = previousSeq;
    room.pending.unshift(...rows);
    if (rows.some((row) => row.peer === null)) options.onTakenBack(room);
    else schedule(room);
  }

  /** Nothing of this room is written any more. */
  function forget(room: Room): void {
    busy.delete(room);
    room.inbox = [];
    room.pending = [];
    room.tentative = null;
    room.acknowledgements.clear();
  }

  function stop(): void {
    stopFlush?.();
    flushNow();
  }

  return { schedule, flush, flushNow, write, settle, forget, stop };
}

const hasNews = ({ pending, acknowledgements }: Room) => pending.length > 0 || acknowledgements.size > 0;

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
