import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startCheckpointer } from "#db/checkpointer.ts";
import { openStorage, type Storage } from "#db/client.ts";

const failed = (error: unknown) => {
  throw error;
};

let folder: string;
let file: string;
let storage: Storage;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-checkpointer-"));
  file = join(folder, "assay.sqlite");
  storage = openStorage(file);
  storage.sqlite.exec("create table words (word text)");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a page or so until something holds, without ever pausing for long. */
async function writeUntil(holds: () => boolean): Promise<void> {
  const add = storage.sqlite.prepare("insert into words values (?)");
  for (let round = 0; !holds(); round++) {
    if (round > 100_000) throw new Error("It never came to hold.");
    add.run("x".repeat(3_000));
    if (round % 20 === 0) await new Promise(setImmediate);
  }
}

test("[DB6] while somebody writes without a pause, the write-ahead log is copied into the file and begins anew", async () => {
  const stop = startCheckpointer(storage, failed);
  const before = statSync(file).size;
  await writeUntil(() => statSync(file).size > before + 4 * 2 ** 20);
  const length = statSync(`${file}-wal`).size;
  await stop();
  storage.close();
  const other = new Database(file, { readonly: true });
  expect(other.pragma("integrity_check", { simple: true })).toBe("ok");
  other.close();
  expect(length).toBeLessThan(16_000 * 4_096);
});

test("[DB6] a thread that stopped has let go of the file", async () => {
  const stop = startCheckpointer(storage, failed);
  await stop();
  storage.close();
  expect(() => statSync(`${file}-wal`)).toThrow("ENOENT");
});
