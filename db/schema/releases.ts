import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { cases } from "#db/schema/cases.ts";
import { members } from "#db/schema/people.ts";
import type { ReleasedClaim, ReleaseHead } from "#domain/claim-set.ts";

/** An immutable claim set of a case. Triggers refuse every UPDATE and DELETE of it and of its claims. */
export const releases = sqliteTable(
  "releases",
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    number: integer().notNull(),
    /** The claim set without its claims, which are rows of their own. */
    head: text({ mode: "json" }).$type<ReleaseHead>().notNull(),
    /** SHA-256 of the canonical claim set, claims included. */
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
    /** Of no release as long as its claims are being written: it is there when all of them are. */
    releaseId: text().notNull(),
    claimId: text().notNull(),
    contentHash: text().notNull(),
    /** Its place in the claim set, from 0 without gaps. */
    position: integer().notNull(),
    claim: text({ mode: "json" }).$type<ReleasedClaim>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.releaseId, table.claimId] }),
    uniqueIndex("release_claims_position").on(table.releaseId, table.position),
    index("release_claims_claim").on(table.claimId),
    // Lists ask for the hash of every claim and must not read the claims themselves.
    index("release_claims_hash").on(table.releaseId, table.claimId, table.contentHash),
  ],
);
