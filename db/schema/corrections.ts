import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { cases } from "#db/schema/cases.ts";
import { claims } from "#db/schema/claims.ts";
import { members } from "#db/schema/people.ts";
import type { CorrectionKind } from "#domain/corrections.ts";

/**
 * A correction, update or retraction of a released claim. Triggers let it come into force once and be taken back once,
 * and refuse every other change.
 */
export const corrections = sqliteTable(
  "corrections",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    claimId: text()
      .notNull()
      .references(() => claims.id),
    kind: text().$type<CorrectionKind>().notNull(),
    what: text().notNull(),
    why: text().notNull(),
    by: text()
      .notNull()
      .references(() => members.id),
    at: integer().notNull(),
    /** The number of the release that carried the claim as it was. */
    releasedBefore: integer().notNull(),
    /** Null while a retraction waits for somebody else. */
    inForceAt: integer(),
    /** The number of the last release of the case at that moment. */
    inForceAfter: integer(),
    takenBackAt: integer(),
    takenBackBy: text(),
  },
  (table) => [index("corrections_case").on(table.caseId), index("corrections_claim").on(table.claimId)],
);

/** Who stands behind a retraction besides whoever asked for it. */
export const retractionConfirmations = sqliteTable(
  "retraction_confirmations",
  {
    correctionId: integer()
      .notNull()
      .references(() => corrections.id),
    memberId: text()
      .notNull()
      .references(() => members.id),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.correctionId, table.memberId] })],
);

/** Why a claim is worth another look when another one is corrected. */
export type Ground = "source" | "conflict_set" | "merge" | "citation";

/** A claim that rested on the same as a corrected one when that was corrected, and who has looked at it since. */
export const secondLooks = sqliteTable(
  "second_looks",
  {
    correctionId: integer()
      .notNull()
      .references(() => corrections.id),
    claimId: text()
      .notNull()
      .references(() => claims.id),
    grounds: text({ mode: "json" }).$type<Ground[]>().notNull(),
    /** The address or title of the source that both rest on; empty where they share none. */
    source: text().notNull(),
    lookedAt: integer(),
    lookedBy: text(),
  },
  (table) => [
    primaryKey({ columns: [table.correctionId, table.claimId] }),
    index("second_looks_claim").on(table.claimId),
  ],
);

/** Under which addresses a claim ever left with a source, so that it is found when that source is in doubt. */
export const releasedSources = sqliteTable(
  "released_sources",
  {
    claimId: text()
      .notNull()
      .references(() => claims.id),
    url: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.url] }), index("released_sources_url").on(table.url)],
);
