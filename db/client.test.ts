import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStorage } from "#db/client.ts";
import { seedScales } from "#db/seed.ts";
import { PRESET_SCALES } from "#domain/scales.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-db-"));
  file = join(folder, "assay.sqlite");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function withStorage<T>(use: (storage: ReturnType<typeof openStorage>) => T): T {
  const storage = openStorage(file);
  try {
    return use(storage);
  } finally {
    storage.close();
  }
}

describe("opening", () => {
  const pragmas = () =>
    withStorage(({ sqlite }) =>
      ["journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check"].map((name) =>
        sqlite.pragma(name, { simple: true }),
      ),
    );

  test("[DB1] a new file and a reopened one alike write to disk at every commit, in WAL mode, with foreign keys on", () => {
    expect(pragmas()).toEqual(["wal", 2, 1, 0, 1]);
    expect(pragmas()).toEqual(["wal", 2, 1, 0, 1]);
  });

  test("[DB1] without being told, the driver reopens a WAL file with less than that", () => {
    withStorage(() => {});
    const bare = new Database(file);
    const synchronous = bare.pragma("synchronous", { simple: true });
    bare.close();
    expect(synchronous).toBe(1);
  });

  test("[DB1] a pragma that does not take stops the start and names itself", () => {
    const holder = new Database(file);
    holder.exec("create table held (a); begin exclusive");
    expect(() => openStorage(file)).toThrow(/locked|journal_mode/);
    holder.exec("rollback");
    holder.close();
    expect(() => openStorage("")).toThrow("SQLite did not accept journal_mode=wal");
  });

  test("[DB2] a reference to nothing is refused", () => {
    const stray = "insert into documents (id, case_id, created_by, created_at) values ('d', 'no-case', 'nobody', 0)";
    withStorage(({ sqlite }) => expect(() => sqlite.exec(stray)).toThrow(/FOREIGN KEY/));
  });
});

describe("migrating", () => {
  /** A file as the first migrations left it, with people and a text in it. */
  function olderFile(migrations: number): void {
    const source = fileURLToPath(new URL("./migrations", import.meta.url));
    const some = join(folder, "migrations");
    mkdirSync(some);
    cpSync(source, some, { recursive: true });
    const journal = JSON.parse(readFileSync(join(some, "meta/_journal.json"), "utf8"));
    const entries = journal.entries.slice(0, migrations);
    writeFileSync(join(some, "meta/_journal.json"), JSON.stringify({ ...journal, entries }));
    const sqlite = new Database(file);
    migrate(drizzle(sqlite), { migrationsFolder: some });
    for (const statement of ROWS.filter((row) => !row.includes("into release_claims"))) sqlite.exec(statement);
    sqlite.close();
  }

  const textOf = () => withStorage(({ sqlite }) => sqlite.prepare("select text from document_versions").pluck().all());

  test("[DB3] an empty file gets everything, and a second start changes nothing", () => {
    const schema = () =>
      withStorage(({ sqlite }) => sqlite.prepare("select sql from sqlite_master order by name").all());
    const first = schema();
    expect(first.length).toBeGreaterThan(30);
    expect(schema()).toEqual(first);
  });

  test("[DB3] a filled file of an earlier version keeps its rows and gets what is new", () => {
    olderFile(1);
    expect(textOf()).toEqual(["Words 🌊"]);
    withStorage(({ sqlite }) => expect(() => sqlite.exec("delete from document_versions")).toThrow(/immutable/));
    expect(textOf()).toEqual(["Words 🌊"]);
  });

  test("[DB3] the file of a newer version is not opened, and not changed", () => {
    openStorage(file).close();
    const sqlite = new Database(file);
    sqlite.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
    sqlite.close();
    expect(() => openStorage(file)).toThrow("is of a newer version of Assay");
  });

  test("[DB3] a file with a broken reference is not started", () => {
    olderFile(1);
    const sqlite = new Database(file);
    sqlite.pragma("foreign_keys = 0");
    sqlite.exec("update documents set case_id = 'gone'");
    sqlite.close();
    expect(() => openStorage(file)).toThrow("1 broken references");
  });

  test("[DB3] the preset scales are put in once", () => {
    const ids = withStorage(({ db, sqlite }) => {
      seedScales(db);
      seedScales(db);
      return sqlite.prepare("select id from scales").pluck().all();
    });
    expect(ids.sort()).toEqual(PRESET_SCALES.map((one) => one.id).sort());
  });
});

const ROWS = [
  "insert into members (id, email, name, role, colour, created_at) values ('m', 'm@desk.invalid', 'Mo', 'editor', 0, 0)",
  "insert into scales (id, key, version, name, ratings) values ('s', 's', 1, 'S', '[]')",
  "insert into cases (id, number, title, scale_id, created_by, created_at) values ('c', 1, 'C', 's', 'm', 0)",
  "insert into documents (id, case_id, created_by, created_at) values ('d', 'c', 'm', 0)",
  `insert into document_versions values ('v', 'd', 1, 'T', 'Words 🌊', 'hash', 10, '', '', '', 'en', 'm', 0)`,
  "insert into sentences values ('v', 0, 0, 5)",
  "insert into claims (id, case_id, number, stage, created_by, created_at) values ('k', 'c', 1, 'inbox', 'm', 0)",
  "insert into updates (claim_id, member_id, at, bytes) values ('k', 'm', 0, x'00')",
  "insert into reviews (id, claim_id, reviewer_id, decision, content_version, content_hash, card, note, at) values ('r', 'k', 'm', 'sign_off', 1, 'h', '{}', '', 0)",
  "insert into release_claims values ('e', 'k', 'h', 0, '{}')",
  "insert into releases values ('e', 'c', 1, '{}', 'hash', 'm', 0)",
  "insert into audit_events (type, body, at, previous_hash, hash) values ('t', '{}', 0, '0', '1')",
];

describe("what was written for good", () => {
  test.each([
    ["updates", "bytes = x'01'"],
    ["audit_events", "body = '[]'"],
    ["document_versions", "text = 'Other words'"],
    ["releases", "head = '[]'"],
    ["release_claims", "content_hash = 'x'"],
  ])("[DB4] %s can neither be changed nor deleted", (table, change) => {
    withStorage(({ sqlite }) => {
      for (const row of ROWS) sqlite.exec(row);
      sqlite.pragma("foreign_keys = 0");
      expect(() => sqlite.exec(`update ${table} set ${change}`)).toThrow(/^(append-only|immutable): /);
      expect(() => sqlite.exec(`delete from ${table}`)).toThrow(/^(append-only|immutable): /);
    });
  });

  test.each([
    ["sentences", "start = 3"],
    ["scales", "name = 'Other'"],
  ])("[DB4] %s cannot be changed", (table, change) => {
    withStorage(({ sqlite }) => {
      for (const row of ROWS) sqlite.exec(row);
      expect(() => sqlite.exec(`update ${table} set ${change}`)).toThrow(/^immutable: /);
    });
  });

  test.each([
    "claim_id = 'x'",
    "reviewer_id = 'x'",
    "decision = 'request_changes'",
    "content_version = 2",
    "content_hash = 'x'",
    "card = '[]'",
    "last_editor_id = 'x'",
    "note = 'x'",
    "at = 1",
  ])("[DB4] of a review, what was read and decided stays: %s", (change) => {
    withStorage(({ sqlite }) => {
      for (const row of ROWS) sqlite.exec(row);
      sqlite.pragma("foreign_keys = 0");
      expect(() => sqlite.exec(`update reviews set ${change}`)).toThrow(/^immutable: /);
      expect(() => sqlite.exec("delete from reviews")).toThrow(/^append-only: /);
      sqlite.exec("update reviews set withdrawn_at = 1");
    });
  });
});
