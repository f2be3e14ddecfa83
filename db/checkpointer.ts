import { Worker } from "node:worker_threads";
import type { Storage } from "#db/client.ts";

/** What `PRAGMA wal_checkpoint` answers: pages in the write-ahead log, and how many of them the database file has. */
export type Checkpointed = { busy: number; log: number; checkpointed: number };

/** What the thread is told: which file, and how often. */
export type Copying = { file: string; everyMs: number };

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
  const workerData: Copying = { file: sqlite.name, everyMs: EVERY_MS };
  const worker = new Worker(new URL("./checkpointer.worker.ts", import.meta.url), { workerData });
  const gone = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
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
  return () => {
    worker.ref();
    worker.postMessage("stop");
    return gone;
  };
}
