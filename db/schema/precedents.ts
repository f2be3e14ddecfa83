import { blob, index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { members } from "#db/schema/people.ts";

/** A file of checks that somebody took in: when, and what came of it. */
export const precedentImports = sqliteTable("precedent_imports", {
  id: text().primaryKey(),
  /** As it was called; empty for text that was pasted. */
  fileName: text().notNull(),
  format: text().notNull(),
  by: text()
    .notNull()
    .references(() => members.id),
  at: integer().notNull(),
  added: integer().notNull(),
  updated: integer().notNull(),
  /** Those that were there already, as they are or newer. */
  known: integer().notNull(),
  dropped: integer().notNull(),
});

/**
 * A check that somebody else published. Not a claim of the desk, and no sign-off: what a file said, by the fields of
 * server/import/check.ts. Two full-text indexes stand beside it, which a migration of its own makes.
 */
export const precedents = sqliteTable(
  "precedents",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** SHA-256 of its address (or publisher) and its claim: the same check taken in again is the same row. */
    identity: text().notNull(),
    /** The import that brought it, or what it says now. */
    importId: text()
      .notNull()
      .references(() => precedentImports.id),
    claim: text().notNull(),
    title: text().notNull(),
    claimant: text().notNull(),
    claimantUrl: text().notNull().default(""),
    claimDate: text().notNull(),
    saidWhen: text().notNull(),
    saidWhere: text().notNull(),
    publisher: text().notNull(),
    publisherUrl: text().notNull(),
    author: text().notNull().default(""),
    url: text().notNull(),
    reviewDate: text().notNull(),
    language: text().notNull(),
    rating: text().notNull(),
    value: real(),
    best: real(),
    worst: real(),
    explanation: text().notNull(),
    body: text().notNull(),
    appearances: text({ mode: "json" }).$type<string[]>().notNull(),
    citations: text({ mode: "json" }).$type<{ title: string; url: string }[]>().notNull().default([]),
  },
  (table) => [uniqueIndex("precedents_identity").on(table.identity), index("precedents_import").on(table.importId)],
);

/** The file that a member is looking at before taking it in: one each. */
export const precedentDrafts = sqliteTable("precedent_drafts", {
  memberId: text()
    .primaryKey()
    .references(() => members.id),
  /** Changes with every file. */
  id: text().notNull(),
  fileName: text().notNull(),
  bytes: blob({ mode: "buffer" }).notNull(),
  /** What each column of a table was chosen to be; null where nobody chose. */
  mapping: text({ mode: "json" }).$type<(string | null)[]>(),
  at: integer().notNull(),
});
