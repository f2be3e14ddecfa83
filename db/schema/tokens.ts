import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { members } from "#db/schema/people.ts";
import type { Scope } from "#domain/scopes.ts";

/** A key with which a program asks in a member's name; only its hash is kept. */
export const tokens = sqliteTable(
  "tokens",
  {
    id: text().primaryKey(),
    /** SHA-256 of the token, lower-case hex. */
    tokenHash: text().notNull().unique(),
    memberId: text()
      .notNull()
      .references(() => members.id),
    /** What it is for, in the member's words. */
    label: text().notNull(),
    scopes: text({ mode: "json" }).$type<Scope[]>().notNull(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    /** To the minute. */
    lastUsedAt: integer(),
    revokedAt: integer(),
  },
  (table) => [index("tokens_member").on(table.memberId)],
);
