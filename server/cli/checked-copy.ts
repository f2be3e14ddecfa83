import { createHash } from "node:crypto";
import { closeSync, createReadStream, fsyncSync, openSync, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { openStorage, type Storage } from "#db/client.ts";
import { type RecordReport, verifyRecord } from "#server/proof/verify-record.ts";

/**
 * Opens a copy of a desk's file, checks it from end to end, and brings it up to this program.
 * @throws Error with a sentence when the file is damaged or is none of Assay.
 */
export function openChecked(file: string): { storage: Storage; report: RecordReport } {
  const storage = openStorage(file);
  try {
    const finding = storage.sqlite.pragma("integrity_check(1)", { simple: true });
    if (finding !== "ok") throw new Error(`${file} is damaged: ${finding}`);
    return { storage, report: verifyRecord(storage.db) };
  } catch (error) {
    storage.close();
    throw error;
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
