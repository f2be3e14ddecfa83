import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { cases } from "#db/schema/cases.ts";
import { members } from "#db/schema/people.ts";

/** The secret address under which a member's feed reader fetches the releases of a case. */
export const feedAddresses = sqliteTable(
  "feed_addresses",
  {
    tokenHash: text().primaryKey(),
    memberId: text()
      .notNull()
      .references(() => members.id),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    madeAt: integer().notNull(),
  },
  (table) => [uniqueIndex("feed_addresses_member_case").on(table.memberId, table.caseId)],
);
