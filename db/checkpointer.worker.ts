import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import type { Checkpointed, Copying } from "#db/checkpointer.ts";

// A thread with a connection of its own: copying the write-ahead log into the database file does not stop writers.
const { file, everyMs } = workerData as Copying;
const sqlite = new Database(file, { fileMustExist: true });
sqlite.pragma("synchronous = FULL");

const timer = setInterval(() => {
  const [done] = sqlite.pragma("wal_checkpoint(PASSIVE)") as Checkpointed[];
  parentPort?.postMessage(done);
}, everyMs);

parentPort?.once("message", () => {
  clearInterval(timer);
  sqlite.close();
});
