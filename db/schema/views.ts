import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { cases } from "#db/schema/cases.ts";
import { members } from "#db/schema/people.ts";

/** A named way to look at a case's claims: a copy of what an address asked for. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    id: text().primaryKey(),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    /** Who saved it; a personal view is seen by nobody else. */
    memberId: text()
      .notNull()
      .references(() => members.id),
    isShared: integer({ mode: "boolean" }).notNull(),
    name: text().notNull(),
    screen: text().$type<"board" | "table">().notNull(),
    /** Filters, order and grouping, as the address writes them. */
    search: text().notNull(),
    version: integer().notNull().default(1),
    createdAt: integer().notNull(),
  },
  (table) => [index("saved_views_case").on(table.caseId)],
);
