import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { cases } from "#db/schema/cases.ts";
import { members } from "#db/schema/people.ts";
import type { ClaimSet } from "#domain/claim-set.ts";

/** An immutable claim set of a case: triggers refuse every UPDATE and DELETE. */
export const releases = sqliteTable(
  "releases",
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    number: integer().notNull(),
    claimSet: text({ mode: "json" }).$type<ClaimSet>().notNull(),
    /** SHA-256 of the canonical claim set. */
    sha256: text().notNull(),
    madeBy: text()
      .notNull()
      .references(() => members.id),
    madeAt: integer().notNull(),
  },
  (table) => [uniqueIndex("releases_number").on(table.caseId, table.number)],
);

export const releaseClaims = sqliteTable(
  "release_claims",
  {
    releaseId: text()
      .notNull()
      .references(() => releases.id),
    claimId: text().notNull(),
    contentHash: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.releaseId, table.claimId] }),
    index("release_claims_claim").on(table.claimId),
  ],
);
