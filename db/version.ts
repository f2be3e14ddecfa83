import { readFileSync } from "node:fs";
import type Database from "better-sqlite3";

type Journal = { entries: { when: number }[] };
const journal: Journal = JSON.parse(readFileSync(new URL("./migrations/meta/_journal.json", import.meta.url), "utf8"));

/** When the newest migration of this program was made, in ms since 1970: the version of a database that has it. */
export const NEWEST = Math.max(...journal.entries.map(({ when }) => when));

/** The version of a database: that of the last migration that was applied to it; 0 where there was none. */
export function versionOf(sqlite: Database.Database): number {
  const has = sqlite.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  return has
    ? Number(sqlite.prepare("select coalesce(max(created_at), 0) from __drizzle_migrations").pluck().get())
    : 0;
}

/** @throws Error with a sentence when a newer program has had the database: this one would not know what it holds. */
export function demandKnown(sqlite: Database.Database, file: string): void {
  if (versionOf(sqlite) > NEWEST)
    throw new Error(`${file} is of a newer version of Assay, and was not changed. Use that version, or a newer one.`);
}
