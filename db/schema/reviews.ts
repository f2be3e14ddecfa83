import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { claims } from "#db/schema/claims.ts";
import { members } from "#db/schema/people.ts";
import type { Card } from "#domain/card.ts";

/** Who is asked to review a claim. */
export const reviewRequests = sqliteTable(
  "review_requests",
  {
    claimId: text()
      .notNull()
      .references(() => claims.id),
    reviewerId: text()
      .notNull()
      .references(() => members.id),
    requestedBy: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.claimId, table.reviewerId] }),
    index("review_requests_reviewer").on(table.reviewerId),
  ],
);

/** Sign-offs and requests for changes, each on one content hash, with the card exactly as it was read. */
export const reviews = sqliteTable(
  "reviews",
  {
    id: text().primaryKey(),
    claimId: text()
      .notNull()
      .references(() => claims.id),
    reviewerId: text()
      .notNull()
      .references(() => members.id),
    decision: text().$type<"sign_off" | "request_changes">().notNull(),
    contentVersion: integer().notNull(),
    contentHash: text().notNull(),
    /** The frozen card; exports print this and nothing newer. */
    card: text({ mode: "json" }).$type<Card>().notNull(),
    lastEditorId: text(),
    /** The reason for a request for changes, or a note. */
    note: text().notNull(),
    at: integer().notNull(),
    withdrawnAt: integer(),
    supersededAt: integer(),
    clearedAt: integer(),
    clearedBy: text(),
    clearedReason: text(),
  },
  (table) => [index("reviews_claim").on(table.claimId), index("reviews_reviewer").on(table.reviewerId)],
);
