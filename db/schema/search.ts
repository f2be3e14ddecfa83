import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export type EntryKind = "case" | "claim" | "document";

/**
 * What can be found, in the words of the tables it comes from: one row per case and claim, and one per passage of a
 * document version. Derived: it can be emptied and made anew at any time. The two full-text indexes beside it hold the
 * same columns folded, by the same ids; a migration of its own makes them, and the triggers that fill the queue below.
 */
export const searchEntries = sqliteTable(
  "search_entries",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text().$type<EntryKind>().notNull(),
    /** The case, claim or document version. */
    subjectId: text().notNull(),
    caseId: text().notNull(),
    language: text().notNull(),
    title: text().notNull(),
    statement: text().notNull(),
    quote: text().notNull(),
    claimant: text().notNull(),
    verdict: text().notNull(),
    source: text().notNull(),
    rationale: text().notNull(),
    gaps: text().notNull(),
    passage: text().notNull(),
  },
  (table) => [index("search_entries_subject").on(table.subjectId)],
);

/** What changed since it was indexed. Triggers write here in the transaction of the change, so nothing can be forgotten. */
export const searchStale = sqliteTable(
  "search_stale",
  {
    kind: text().$type<EntryKind>().notNull(),
    subjectId: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.subjectId] })],
);
