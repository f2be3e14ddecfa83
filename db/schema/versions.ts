import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { claims } from "#db/schema/claims.ts";

/** The name that somebody gave to a card as it was after one row of its log. */
export const versionNames = sqliteTable(
  "version_names",
  {
    claimId: text()
      .notNull()
      .references(() => claims.id),
    seq: integer().notNull(),
    name: text().notNull(),
    memberId: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.seq] })],
);
