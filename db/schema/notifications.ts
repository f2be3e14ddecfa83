import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { cases } from "#db/schema/cases.ts";
import { claims } from "#db/schema/claims.ts";
import { members } from "#db/schema/people.ts";
import type { NoticeReason, NoticeSubject, NoticeWay } from "#domain/notices.ts";

/** What one member is told about one claim. While it is unread, the same again is counted on the same row. */
export const notifications = sqliteTable(
  "notifications",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    memberId: text()
      .notNull()
      .references(() => members.id),
    caseId: text()
      .notNull()
      .references(() => cases.id),
    claimId: text()
      .notNull()
      .references(() => claims.id),
    reason: text().$type<NoticeReason>().notNull(),
    /** Who caused it last; null for the clock. */
    actorId: text(),
    subject: text({ mode: "json" }).$type<NoticeSubject>().notNull(),
    /** How often it happened since it was last read. */
    count: integer().notNull().default(1),
    at: integer().notNull(),
    readAt: integer(),
    doneAt: integer(),
    snoozedUntil: integer(),
  },
  (table) => [
    uniqueIndex("notifications_unread")
      .on(table.memberId, table.claimId, table.reason)
      .where(sql`read_at is null and done_at is null`),
    index("notifications_member").on(table.memberId, table.doneAt, table.at),
    index("notifications_claim").on(table.claimId),
  ],
);

/** How a member wants to be told for one reason, where they chose it. */
export const notificationWays = sqliteTable(
  "notification_ways",
  {
    memberId: text()
      .notNull()
      .references(() => members.id),
    reason: text().$type<NoticeReason>().notNull(),
    way: text().$type<NoticeWay>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.reason] })],
);

/** Cases of which a member wants to hear nothing. */
export const notificationMutes = sqliteTable(
  "notification_mutes",
  {
    memberId: text()
      .notNull()
      .references(() => members.id),
    caseId: text()
      .notNull()
      .references(() => cases.id),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.caseId] })],
);

/** For which due time of which claim its people have been told, so that a restart tells nobody twice. */
export const dueNotices = sqliteTable(
  "due_notices",
  {
    claimId: text()
      .notNull()
      .references(() => claims.id),
    dueAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.dueAt] })],
);
