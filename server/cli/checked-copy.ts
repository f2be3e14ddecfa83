import { createHash } from "node:crypto";
import { closeSync, createReadStream, fsyncSync, openSync, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import Database from "better-sqlite3";
import { isDamage } from "#db/check-file.ts";
import { openStorage, type Storage } from "#db/client.ts";
import { demandKnown, versionOf } from "#db/version.ts";
import { type RecordReport, verifyRecord } from "#server/proof/verify-record.ts";

/**
 * Opens a copy of a desk's file, checks it from end to end, and brings it up to this program. `called` is what people
 * call it, where it stands under another name.
 * @throws Error with a sentence when the file is damaged or is none of Assay.
 */
export function openChecked(file: string, called = file): { storage: Storage; report: RecordReport } {
  demandSound(file, called);
  const storage = openStorage(file);
  try {
    return { storage, report: verifyRecord(storage.db) };
  } catch (error) {
    storage.close();
    throw error;
  }
}

function demandSound(file: string, called: string): void {
  const sqlite = new Database(file, { readonly: true });
  try {
    const finding = sqlite.pragma("integrity_check(1)", { simple: true });
    if (finding !== "ok") throw new Error(`${called} is damaged: ${finding}`);
    if (versionOf(sqlite) === 0) throw new Error(`${called} is no desk of Assay.`);
    demandKnown(sqlite, called);
  } catch (error) {
    throw isDamage(error) ? new Error(`${called} is damaged, or no desk of Assay: ${error.message}`) : error;
  } finally {
    sqlite.close();
  }
}

/** Size and SHA-256 of a file, read in pieces. */
export async function sumsOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return { bytes: statSync(file).size, sha256: hash.digest("hex") };
}

/** Waits until a file, or what a folder lists, is on the disk. */
export function settle(path: string): void {
  const opened = openSync(path, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
