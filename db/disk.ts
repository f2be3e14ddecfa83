import { closeSync, fdatasync, fdatasyncSync, openSync } from "node:fs";
import type { Storage } from "#db/client.ts";

/** A sync to disk that failed. What the file holds is unknown from then on: a later sync that works proves nothing. */
export class SyncFailed extends Error {
  override name = "SyncFailed";
  /** As SQLite calls it when it syncs by itself. */
  readonly code = "SQLITE_IOERR_FSYNC";
}

export type Disk = {
  /**
   * Runs work in one immediate transaction that is committed but not yet synced: it survives `kill -9`, not a power
   * cut. Inside an open transaction it is a part of that one.
   */
  write<T>(work: () => T): T;
  /** Calls back when all that is committed now is on disk, in the order of asking; never when a sync failed. */
  afterSync(done: () => void): void;
  /** Runs work when no sync is under way: at once, or after the one that is. */
  whenIdle(work: () => void): void;
  /** Brings all that is committed to disk before it returns, and calls back whoever waits. Throws SyncFailed. */
  syncNow(): void;
  close(): void;
};

/**
 * Commits at once and syncs beside the event loop, one sync for everybody who committed meanwhile. In WAL mode with
 * `synchronous=NORMAL` SQLite appends a transaction to the log file and leaves the sync to us; a later transaction with
 * `synchronous=FULL` syncs the earlier ones with its own (https://sqlite.org/wal.html, "Performance Considerations").
 * `onSynced` is told how long each sync beside the event loop took.
 */
export function openDisk(
  { db, sqlite }: Storage,
  onFailed: (error: SyncFailed) => void,
  onSynced: (seconds: number) => void = () => {},
): Disk {
  let file = openLogFile({ sqlite });
  const [begin, commit, rollback] = [
    sqlite.prepare("BEGIN IMMEDIATE"),
    sqlite.prepare("COMMIT"),
    sqlite.prepare("ROLLBACK"),
  ];
  let waiting: (() => void)[] = [];
  /** How many of those who wait asked before the sync that is under way. */
  let covered = 0;
  let isSyncing = false;
  let idle: (() => void)[] = [];
  let isClosed = false;
  let failure: SyncFailed | null = null;

  function write<T>(work: () => T): T {
    if (sqlite.inTransaction) return db.transaction(work);
    sqlite.exec("PRAGMA synchronous = NORMAL");
    try {
      return transact(work);
    } finally {
      sqlite.exec("PRAGMA synchronous = FULL");
    }
  }

  // Drizzle makes a transaction function anew each time, which costs as much as what is written for a keystroke.
  function transact<T>(work: () => T): T {
    begin.run();
    try {
      const result = work();
      commit.run();
      return result;
    } catch (error) {
      if (sqlite.inTransaction) rollback.run();
      throw error;
    }
  }

  function afterSync(done: () => void): void {
    waiting.push(done);
    if (!isSyncing) sync();
  }

  function sync(): void {
    if (failure) return;
    isSyncing = true;
    covered = waiting.length;
    const start = performance.now();
    const ended = (error: Error | null) => {
      isSyncing = false;
      if (isClosed) return closeFile();
      if (error) return fail(error);
      onSynced((performance.now() - start) / 1_000);
      callBack(covered);
      const ready = idle;
      idle = [];
      for (const work of ready) queueMicrotask(work);
      if (waiting.length > 0 && !isSyncing) sync();
    };
    if (file === null) setImmediate(ended, null);
    else fdatasync(file, ended);
  }

  function whenIdle(work: () => void): void {
    if (isSyncing) idle.push(work);
    else work();
  }

  function callBack(count: number): void {
    const ready = waiting.slice(0, count);
    waiting = waiting.slice(count);
    covered = 0;
    for (const done of ready) done();
  }

  function fail(error: unknown): SyncFailed {
    failure ??= new SyncFailed("The disk did not take what was written.", { cause: error });
    waiting = [];
    onFailed(failure);
    return failure;
  }

  function syncNow(): void {
    if (failure) throw failure;
    if (waiting.length === 0) return;
    try {
      if (file !== null) fdatasyncSync(file);
    } catch (error) {
      throw fail(error);
    }
    callBack(waiting.length);
  }

  /** A sync that is under way still needs the file. */
  function close(): void {
    waiting = [];
    isClosed = true;
    if (!isSyncing) closeFile();
  }

  function closeFile(): void {
    if (file !== null) closeSync(file);
    file = null;
  }

  return { write, afterSync, whenIdle, syncNow, close };
}

/** The file to which SQLite appends; null for a database in memory. SQLite makes it with the first write, and keeps it. */
function openLogFile({ sqlite }: Pick<Storage, "sqlite">): number | null {
  if (sqlite.memory) return null;
  const version = sqlite.pragma("user_version", { simple: true });
  sqlite.pragma(`user_version = ${Number(version)}`);
  return openSync(`${sqlite.name}-wal`, "r+");
}
