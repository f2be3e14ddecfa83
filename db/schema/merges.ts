import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { claims } from "#db/schema/claims.ts";

/**
 * A claim that was merged into another one of its case. It holds while the claim is dropped as a duplicate of that one;
 * a claim that was moved back is no longer merged, and its row stays as a part of what happened.
 */
export const merges = sqliteTable(
  "merges",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    claimId: text()
      .notNull()
      .references(() => claims.id),
    intoId: text()
      .notNull()
      .references(() => claims.id),
    by: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [index("merges_claim").on(table.claimId), index("merges_into").on(table.intoId)],
);
