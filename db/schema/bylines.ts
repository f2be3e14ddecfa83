import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { members } from "#db/schema/people.ts";

/** Under which name a member appears in what leaves the desk, from a moment on. Rows are only added, so that what left before stays as it was. */
export const bylines = sqliteTable(
  "bylines",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    memberId: text()
      .notNull()
      .references(() => members.id),
    /** Empty: from then on under their name again. */
    byline: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [index("bylines_member").on(table.memberId)],
);
