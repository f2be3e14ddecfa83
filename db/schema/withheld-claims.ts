import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { cases } from "#db/schema/cases.ts";
import { claims } from "#db/schema/claims.ts";
import { members } from "#db/schema/people.ts";

/** A claim that the public pages do not show, whichever public release holds it. Its row goes when it is shown again. */
export const withheldClaims = sqliteTable(
  "withheld_claims",
  {
    claimId: text()
      .primaryKey()
      .references(() => claims.id),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    reason: text().notNull(),
    by: text()
      .notNull()
      .references(() => members.id),
    at: integer().notNull(),
  },
  (table) => [index("withheld_claims_case").on(table.caseId)],
);
