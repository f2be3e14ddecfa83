import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStorage, type Storage } from "#db/client.ts";
import { type Disk, openDisk } from "#db/disk.ts";

let folder: string;
let file: string;
let storage: Storage;
let disk: Disk;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-disk-"));
  file = join(folder, "assay.sqlite");
  storage = openStorage(file);
  storage.sqlite.exec("create table words (word text)");
  disk = openDisk(storage, (error) => {
    throw error;
  });
});

afterEach(() => {
  disk.close();
  storage.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (word: string) => storage.sqlite.prepare("insert into words values (?)").run(word);
const synchronous = () => storage.sqlite.pragma("synchronous", { simple: true });

function readByOthers(): unknown[] {
  const other = new Database(file, { readonly: true });
  const words = other.prepare("select word from words").pluck().all();
  other.close();
  return words;
}

describe("a write that is synced afterwards", () => {
  test("[DB5] is committed at once, and every other transaction still waits for its own sync", () => {
    const during = disk.write(() => {
      add("one");
      return synchronous();
    });
    expect([during, synchronous()]).toEqual([1, 2]);
    expect(readByOthers()).toEqual(["one"]);
  });

  test("[DB5] leaves nothing behind when it throws, and the next transaction waits for its sync again", () => {
    const fail = () =>
      disk.write(() => {
        add("one");
        throw new Error("no");
      });
    expect(fail).toThrow("no");
    expect([storage.sqlite.inTransaction, synchronous()]).toEqual([false, 2]);
    expect(readByOthers()).toEqual([]);
  });

  test("[DB5] inside a transaction is a part of that one", () => {
    const outer = storage.sqlite.transaction(() => {
      disk.write(() => void add("one"));
      expect(readByOthers()).toEqual([]);
      throw new Error("taken back");
    });
    expect(outer).toThrow("taken back");
    expect(readByOthers()).toEqual([]);
  });
});

describe("waiting for the disk", () => {
  test("[DB5] calls back in the order of asking, and never before it returns", async () => {
    const told: number[] = [];
    const all = new Promise<void>((resolve) => {
      for (const one of [1, 2, 3]) disk.afterSync(() => void told.push(one));
      disk.afterSync(resolve);
    });
    expect(told).toEqual([]);
    await all;
    expect(told).toEqual([1, 2, 3]);
  });

  test("[DB5] whoever needs it now has it now, and nobody is called back twice", async () => {
    const told: string[] = [];
    disk.afterSync(() => void told.push("waited"));
    disk.syncNow();
    expect(told).toEqual(["waited"]);
    await new Promise<void>((resolve) => disk.afterSync(resolve));
    expect(told).toEqual(["waited"]);
  });

  test("[DB5] work that waits for the sync under way comes after those whom it serves", async () => {
    const told: string[] = [];
    disk.whenIdle(() => void told.push("at once"));
    disk.afterSync(() => void told.push("synced"));
    await new Promise<void>((resolve) => {
      disk.whenIdle(() => {
        told.push("then this");
        resolve();
      });
    });
    expect(told).toEqual(["at once", "synced", "then this"]);
  });
});
