import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { members } from "#db/schema/people.ts";
import type { WebhookEvent } from "#domain/webhook-events.ts";

/** An address that is told of what happens, and the secret that signs what it is told. */
export const webhooks = sqliteTable("webhooks", {
  id: text().primaryKey(),
  url: text().notNull(),
  events: text({ mode: "json" }).$type<WebhookEvent[]>().notNull(),
  /** "whsec_" and base64: whoever checks a signature needs it, so it is kept as it is. */
  secret: text().notNull(),
  createdBy: text()
    .notNull()
    .references(() => members.id),
  createdAt: integer().notNull(),
  /** The record is looked through from here: events up to this one are queued, or none of its business. */
  seenSeq: integer().notNull(),
  removedAt: integer(),
});

export type DeliveryState = "waiting" | "sent" | "failed";

/** One message to one webhook: what was said, and how it went. */
export const deliveries = sqliteTable(
  "deliveries",
  {
    id: text().primaryKey(),
    webhookId: text()
      .notNull()
      .references(() => webhooks.id),
    /** The audit event that it tells of. */
    seq: integer().notNull(),
    event: text().$type<WebhookEvent>().notNull(),
    /** The body, to the byte: what is sent again is the same. */
    body: text().notNull(),
    queuedAt: integer().notNull(),
    nextAt: integer().notNull(),
    attempts: integer().notNull().default(0),
    state: text().$type<DeliveryState>().notNull().default("waiting"),
    /** How the last attempt ended: an HTTP status, or a few words of ours. Never what the other side wrote. */
    outcome: text().notNull().default(""),
    sentAt: integer(),
  },
  (table) => [
    uniqueIndex("deliveries_once").on(table.webhookId, table.seq),
    index("deliveries_waiting").on(table.state, table.nextAt),
  ],
);
