import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStorage } from "#db/client.ts";

const PAGE = 4_096;

let folder: string;
let file: string;
/** Where the table of members begins in the file. */
let table: number;

/** Leaves the files as a process leaves them that was killed: the last words are in the write-ahead log only. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-check-"));
  file = join(folder, "assay.sqlite");
  const running = openStorage(join(folder, "running.sqlite"));
  running.sqlite.exec("create table words (word text)");
  running.sqlite.pragma("wal_checkpoint(TRUNCATE)");
  running.sqlite.exec("insert into words values ('kept')");
  const root = running.sqlite.prepare("select rootpage from sqlite_master where name = 'members'").pluck().get();
  table = (Number(root) - 1) * PAGE;
  for (const end of ["", "-wal"]) copyFileSync(join(folder, `running.sqlite${end}`), `${file}${end}`);
  running.close();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function damage(at: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xee, at, at + 64);
  writeFileSync(file, bytes);
}

const contents = () => ["", "-wal"].map((end) => readFileSync(`${file}${end}`).toString("base64"));

test("[DB7] a whole file starts after a crash, with everything that the write-ahead log holds", () => {
  const storage = openStorage(file);
  expect(storage.sqlite.prepare("select word from words").pluck().get()).toBe("kept");
  storage.close();
});

test.each([
  ["in the middle", () => table],
  ["at its beginning", () => 0],
])(
  "[DB7] a file damaged %s is refused after a crash, as often as it is tried, and nothing in it changes",
  (_where, at) => {
    damage(at());
    const before = contents();
    for (let attempt = 0; attempt < 2; attempt++)
      expect(() => openStorage(file)).toThrow(
        /^The database .* is damaged \(.*\)\. Assay did not start and changed nothing\./,
      );
    expect(contents()).toEqual(before);
  },
);

test("[DB7] a file that is no database is refused with the same sentence", () => {
  rmSync(`${file}-wal`);
  writeFileSync(file, "these are notes, and more of them than a header is long ".repeat(100));
  expect(() => openStorage(file)).toThrow("is damaged (file is not a database). Assay did not start");
});
