import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Storage } from "#db/client.ts";

/** What `PRAGMA wal_checkpoint` answers: pages in the write-ahead log, and how many of them the database file has. */
export type Checkpointed = { busy: number; log: number; checkpointed: number };

/** What the thread is told: which file, and how often. */
export type Copying = { file: string; everyMs: number };

const START_MS = 500;
const EVERY_MS = 250;
/** While somebody always writes, the thread never quite catches up; from here on the few pages that are left are copied here. */
const LONG_PAGES = 2_000;
/** Without the thread, SQLite copies by itself at this length. */
const FALLBACK_PAGES = 16_000;

/**
 * Keeps the write-ahead log short from a thread of its own. By itself SQLite copies it inside some commit, with two syncs
 * for which everybody waits. Calls back when that fails: then SQLite does it, later and with those waits. Returns
 * how to stop; resolves when the thread has let go of the file.
 */
export function startCheckpointer({ sqlite }: Storage, onFailed: (error: unknown) => void): () => Promise<void> {
  if (sqlite.memory) return async () => {};
  sqlite.pragma(`wal_autocheckpoint = ${FALLBACK_PAGES}`);
  let worker: Worker | null = null;
  // Until then a start has better things to do than to load SQLite a second time.
  const timer = setTimeout(() => {
    worker = startThread(sqlite, onFailed);
  }, START_MS).unref();
  return async () => {
    clearTimeout(timer);
    if (!worker) return;
    const gone = once(worker, "exit");
    worker.ref();
    worker.postMessage("stop");
    await gone;
  };
}

function startThread(sqlite: Storage["sqlite"], onFailed: (error: unknown) => void): Worker {
  const workerData: Copying = { file: sqlite.name, everyMs: EVERY_MS };
  const worker = new Worker(new URL("./checkpointer.worker.ts", import.meta.url), { workerData });
  worker.unref();
  worker.on("error", onFailed);
  worker.on("message", ({ log }: Checkpointed) => {
    if (log <= LONG_PAGES || !sqlite.open || sqlite.inTransaction) return;
    try {
      sqlite.pragma("wal_checkpoint(PASSIVE)");
    } catch (error) {
      onFailed(error);
    }
  });
  return worker;
}
