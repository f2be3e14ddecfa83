import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { cases } from "#db/schema/cases.ts";
import { members } from "#db/schema/people.ts";

/** The article or transcript under check. */
export const documents = sqliteTable(
  "documents",
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    createdBy: text()
      .notNull()
      .references(() => members.id),
    createdAt: integer().notNull(),
  },
  (table) => [index("documents_case").on(table.caseId)],
);

/** Immutable text: triggers refuse every UPDATE and DELETE. */
export const documentVersions = sqliteTable(
  "document_versions",
  {
    id: text().primaryKey(),
    documentId: text()
      .notNull()
      .references(() => documents.id),
    number: integer().notNull(),
    title: text().notNull(),
    /** Exactly what was pasted, line ends included. */
    text: text().notNull(),
    /** Of the text's UTF-8 bytes, lower-case hex. */
    sha256: text().notNull(),
    /** UTF-8 bytes. */
    bytes: integer().notNull(),
    originUrl: text().notNull(),
    outlet: text().notNull(),
    /** As given, usually YYYY-MM-DD; empty when unknown. */
    publishedOn: text().notNull(),
    /** BCP 47 tag; empty when unknown. */
    language: text().notNull(),
    capturedBy: text()
      .notNull()
      .references(() => members.id),
    capturedAt: integer().notNull(),
  },
  (table) => [uniqueIndex("document_versions_number").on(table.documentId, table.number)],
);

/** Where the sentences of a version begin and end, in Unicode code points; written once with the version. */
export const sentences = sqliteTable(
  "sentences",
  {
    versionId: text()
      .notNull()
      .references(() => documentVersions.id),
    ordinal: integer().notNull(),
    start: integer().notNull(),
    end: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.ordinal] })],
);

/** A sentence that somebody decided holds nothing to check. */
export const dismissals = sqliteTable(
  "dismissals",
  {
    versionId: text().notNull(),
    ordinal: integer().notNull(),
    reason: text().$type<"not_checkable" | "no_claim">().notNull(),
    by: text()
      .notNull()
      .references(() => members.id),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.ordinal] })],
);
