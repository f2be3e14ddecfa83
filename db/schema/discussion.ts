import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { claims } from "#db/schema/claims.ts";
import { members } from "#db/schema/people.ts";
import type { ThreadAbout } from "#domain/discussion.ts";

/** What a thread is about. A source is called as it was then, for when it is gone from the card. */
export type Topic =
  | Exclude<ThreadAbout, { kind: "source" }>
  | (Extract<ThreadAbout, { kind: "source" }> & { name: string });

/** A thread on a claim, on words of its card, or on one of its sources. It is never part of the card itself. */
export const threads = sqliteTable(
  "threads",
  {
    id: text().primaryKey(),
    claimId: text()
      .notNull()
      .references(() => claims.id),
    about: text({ mode: "json" }).$type<Topic>().notNull(),
    createdAt: integer().notNull(),
    /** Null while it is open. */
    resolvedAt: integer(),
    resolvedBy: text().references(() => members.id),
  },
  (table) => [index("threads_claim").on(table.claimId, table.createdAt)],
);

export const comments = sqliteTable(
  "comments",
  {
    id: text().primaryKey(),
    threadId: text()
      .notNull()
      .references(() => threads.id),
    authorId: text()
      .notNull()
      .references(() => members.id),
    /** Plain text; empty once it is deleted. */
    text: text().notNull(),
    at: integer().notNull(),
    editedAt: integer(),
    deletedAt: integer(),
  },
  (table) => [index("comments_thread").on(table.threadId, table.at)],
);

/** Whom a comment names with "@". */
export const mentions = sqliteTable(
  "mentions",
  {
    commentId: text()
      .notNull()
      .references(() => comments.id),
    memberId: text()
      .notNull()
      .references(() => members.id),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.memberId] }), index("mentions_member").on(table.memberId)],
);

/** When a member last had a claim's discussion before their eyes. */
export const claimVisits = sqliteTable(
  "claim_visits",
  {
    memberId: text()
      .notNull()
      .references(() => members.id),
    claimId: text()
      .notNull()
      .references(() => claims.id),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.claimId] })],
);
