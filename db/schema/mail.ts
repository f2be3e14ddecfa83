import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { notifications } from "#db/schema/notifications.ts";
import { members } from "#db/schema/people.ts";

/** What becomes of a mail. `sending` is written before the server is spoken to: whoever finds it later sends it no more. */
export type MailState = "waiting" | "sending" | "sent" | "unneeded" | "failed" | "unknown";

/** Mails to send, written in the transaction of what they tell. Their words are made at the moment of sending. */
export const mails = sqliteTable(
  "mails",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    memberId: text()
      .notNull()
      .references(() => members.id),
    /** What it tells; null for the daily digest. */
    notificationId: integer()
      .unique()
      .references(() => notifications.id),
    /** From when a daily digest tells; null for a notice. */
    since: integer(),
    queuedAt: integer().notNull(),
    /** Not before this moment: the first time, or the next attempt. */
    nextAt: integer().notNull(),
    attempts: integer().notNull().default(0),
    state: text().$type<MailState>().notNull().default("waiting"),
    /** What the mail server said last. */
    answer: text().notNull().default(""),
  },
  (table) => [index("mails_waiting").on(table.state, table.nextAt)],
);

/** When a member wants the daily digest, and since when there is news for them. */
export const digestChoices = sqliteTable("digest_choices", {
  memberId: text()
    .primaryKey()
    .references(() => members.id),
  /** Hour of the day, 0 to 23, in `timeZone`; null for no mail. */
  hour: integer(),
  /** IANA name, as their browser said it. */
  timeZone: text().notNull().default("UTC"),
  /** The day on which a mail was last due, as YYYY-MM-DD in `timeZone`, and when it was queued. */
  lastDay: text().notNull().default(""),
  lastAt: integer().notNull().default(0),
  /** Everything before this moment is no news any more. */
  seenAt: integer().notNull().default(0),
});
