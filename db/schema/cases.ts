import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { members } from "#db/schema/people.ts";
import type { Rating } from "#domain/scales.ts";

/** Rating scales with their definitions. A row never changes; a changed scale is a new version. */
export const scales = sqliteTable("scales", {
  id: text().primaryKey(),
  key: text().notNull(),
  version: integer().notNull(),
  name: text().notNull(),
  ratings: text({ mode: "json" }).$type<Rating[]>().notNull(),
});

export const cases = sqliteTable("cases", {
  id: text().primaryKey(),
  /** Number per desk, shown as "14". */
  number: integer().notNull().unique(),
  title: text().notNull(),
  /** Null means label-free: verdicts in words only. */
  scaleId: text().references(() => scales.id),
  /** How many current sign-offs a claim needs. */
  quorum: integer().notNull().default(1),
  restricted: integer({ mode: "boolean" }).notNull().default(false),
  sample: integer({ mode: "boolean" }).notNull().default(false),
  createdBy: text()
    .notNull()
    .references(() => members.id),
  createdAt: integer().notNull(),
  version: integer().notNull().default(1),
});

/** Who may open a restricted case. */
export const caseMembers = sqliteTable(
  "case_members",
  {
    caseId: text()
      .notNull()
      .references(() => cases.id),
    memberId: text()
      .notNull()
      .references(() => members.id),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.memberId] })],
);

export const caseVisits = sqliteTable(
  "case_visits",
  {
    memberId: text()
      .notNull()
      .references(() => members.id),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.caseId] }),
    index("case_visits_recent").on(table.memberId, table.at),
  ],
);
