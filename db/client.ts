import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { checkFile, damaged, isDamage } from "#db/check-file.ts";
import * as schema from "#db/schema/index.ts";
import { demandKnown } from "#db/version.ts";

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/** A database or an open transaction on it: queries take either, so that they also run inside a transaction. */
export type Db = BetterSQLite3Database<typeof schema>;

export type Storage = { db: Db; sqlite: Database.Database; close(): void };

/**
 * Opens the database file (or ":memory:"), sets and reads back its pragmas, and applies the migrations.
 * Throws when the file is damaged, a pragma did not take, or a foreign key is broken after a migration.
 */
export function openStorage(file: string): Storage {
  checkFile(file);
  return storageOn(new Database(file, { timeout: 250 }), file);
}

/** The same on a database that is open already. `file` is its name in what is said about it. */
export function storageOn(sqlite: Database.Database, file: string): Storage {
  try {
    setPragmas(sqlite, file);
    demandKnown(sqlite, file);
    const db = drizzle(sqlite, { schema, casing: "snake_case" });
    migrateSafely(sqlite, db);
    return { db, sqlite, close: () => sqlite.close() };
  } catch (error) {
    sqlite.close();
    throw isDamage(error) ? damaged(file, error.message) : error;
  }
}

// better-sqlite3 is compiled to reopen a WAL file with synchronous=NORMAL, which loses acknowledged edits in a power
// cut. So each value is set and read back on every open, and a value that did not take stops the start.
function setPragmas(sqlite: Database.Database, file: string): void {
  const wanted: Record<string, string | number> = {
    journal_mode: file === ":memory:" ? "memory" : "wal",
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    cell_size_check: 1,
  };
  for (const [name, value] of Object.entries(wanted)) {
    sqlite.pragma(`${name} = ${value}`);
    const taken = sqlite.pragma(name, { simple: true });
    if (taken !== value) throw new Error(`SQLite did not accept ${name}=${value} on ${file}: it stayed at ${taken}.`);
  }
}

// A table rebuild drops the old table, which would cascade to its children: foreign keys are off meanwhile (inside the
// migration's own transaction that switch has no effect) and checked before they go on again.
function migrateSafely(sqlite: Database.Database, db: Db): void {
  sqlite.pragma("foreign_keys = 0");
  migrate(db, { migrationsFolder });
  const broken = sqlite.pragma("foreign_key_check") as unknown[];
  if (broken.length > 0) throw new Error(`The migration left ${broken.length} broken references; nothing was started.`);
  sqlite.pragma("foreign_keys = 1");
}
