import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { cases } from "#db/schema/cases.ts";
import { members } from "#db/schema/people.ts";
import type { Card, SourceRank, Stance } from "#domain/card.ts";
import type { Qualifier } from "#domain/figures.ts";
import type { DropReason, Stage } from "#domain/status.ts";

/** Decision plane: one row per claim, changed only by services. */
export const claims = sqliteTable(
  "claims",
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    /** Number per case: the 3 in C-14-3. */
    number: integer().notNull(),
    stage: text().$type<Stage>().notNull(),
    dropReason: text().$type<DropReason>(),
    duplicateOf: text(),
    assigneeId: text().references(() => members.id),
    dueAt: integer(),
    createdBy: text()
      .notNull()
      .references(() => members.id),
    createdAt: integer().notNull(),
    /** Raised by every decision; an action names the one it saw. */
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex("claims_number").on(table.caseId, table.number),
    index("claims_assignee").on(table.assigneeId),
  ],
);

/** Draft plane as tables: the projection of each card's Y.Doc, written by the projection only. */
export const cards = sqliteTable(
  "cards",
  {
    claimId: text()
      .primaryKey()
      .references(() => claims.id),
    caseId: text().notNull(),
    /** The last row of the update log that this row shows. */
    projectedSeq: integer().notNull(),
    statement: text().notNull(),
    claimant: text().notNull(),
    language: text().notNull(),
    /** The whole card as the typed reader gives it. */
    card: text({ mode: "json" }).$type<Card>().notNull(),
    /** SHA-256 of the canonical material content. */
    contentHash: text().notNull(),
    /** Who last changed the material content, when, and with which row of the log; null while only the server has. */
    lastEditorId: text(),
    lastEditedAt: integer().notNull(),
    sourceCount: integer().notNull(),
  },
  (table) => [index("cards_case").on(table.caseId)],
);

export const verdicts = sqliteTable("verdicts", {
  claimId: text()
    .primaryKey()
    .references(() => claims.id),
  scaleId: text().notNull(),
  ratingId: text().notNull(),
  sentence: text().notNull(),
});

export const sources = sqliteTable(
  "sources",
  {
    claimId: text()
      .notNull()
      .references(() => claims.id),
    id: text().notNull(),
    position: integer().notNull(),
    stance: text().$type<Stance>().notNull(),
    rank: text().$type<SourceRank>(),
    title: text().notNull(),
    publisher: text().notNull(),
    author: text().notNull(),
    date: text().notNull(),
    url: text().notNull(),
    quote: text().notNull(),
    quoteLanguage: text().notNull(),
    locator: text().notNull(),
    archivedUrl: text().notNull(),
    origin: text().notNull(),
    note: text().notNull(),
    protected: integer({ mode: "boolean" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.id] }), index("sources_url").on(table.url)],
);

export const figures = sqliteTable(
  "figures",
  {
    claimId: text()
      .notNull()
      .references(() => claims.id),
    id: text().notNull(),
    position: integer().notNull(),
    qualifier: text().$type<Qualifier>().notNull(),
    value: text().notNull(),
    upper: text().notNull(),
    unit: text().notNull(),
    asOf: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.id] })],
);

export const quotes = sqliteTable(
  "quotes",
  {
    claimId: text()
      .notNull()
      .references(() => claims.id),
    id: text().notNull(),
    versionId: text().notNull(),
    exact: text().notNull(),
    prefix: text().notNull(),
    suffix: text().notNull(),
    start: integer().notNull(),
    end: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.id] }), index("quotes_version").on(table.versionId)],
);
