import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { claims } from "#db/schema/claims.ts";

/** The labels of each card in their order: a part of the projection, written by it only. */
export const labels = sqliteTable(
  "labels",
  {
    claimId: text()
      .notNull()
      .references(() => claims.id),
    position: integer().notNull(),
    caseId: text().notNull(),
    label: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.claimId, table.position] }),
    index("labels_case").on(table.caseId, table.label),
  ],
);
