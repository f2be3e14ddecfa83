import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { cases } from "#db/schema/cases.ts";
import { claims } from "#db/schema/claims.ts";
import { members } from "#db/schema/people.ts";

/** One question to which claims of a case give rival figures or accounts. */
export const conflictSets = sqliteTable(
  "conflict_sets",
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    name: text().notNull(),
    /** The name as it is compared: folded, so that one question is one set however it is typed. */
    key: text().notNull(),
  },
  (table) => [uniqueIndex("conflict_sets_key").on(table.caseId, table.key)],
);

/** The set that a claim is in, one at most. A set without claims is none; its name can be used again. */
export const conflictSetClaims = sqliteTable(
  "conflict_set_claims",
  {
    claimId: text()
      .primaryKey()
      .references(() => claims.id),
    setId: text()
      .notNull()
      .references(() => conflictSets.id),
    by: text()
      .notNull()
      .references(() => members.id),
    at: integer().notNull(),
  },
  (table) => [index("conflict_set_claims_set").on(table.setId)],
);
