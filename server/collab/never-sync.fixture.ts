import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import type { Storage } from "#db/client.ts";

/**
 * Makes a server of which acknowledgements are worth nothing after a power cut: SQLite with `synchronous=OFF`, and no
 * sync by the server either. A harness that looks for lost edits has to find some then.
 */
export function neverSync({ sqlite }: Storage): void {
  const exec = sqlite.exec.bind(sqlite);
  sqlite.pragma("synchronous = OFF");
  sqlite.exec = (source) => (source.includes("synchronous") ? sqlite : exec(source));
  const done = (_file: number, callback: (error: null) => void) => void setImmediate(callback, null);
  Object.assign(fs, { fsync: done, fdatasync: done, fsyncSync: () => {}, fdatasyncSync: () => {} });
  syncBuiltinESMExports();
}
