import { and, asc, desc, eq, isNull, lt, lte, ne } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { deliveries, webhooks } from "#db/schema/webhooks.ts";

export type WebhookRow = typeof webhooks.$inferSelect;
export type DeliveryRow = typeof deliveries.$inferSelect;

export const insertWebhook = (db: Db, row: typeof webhooks.$inferInsert) => db.insert(webhooks).values(row).run();

export const allWebhooks = (db: Db): WebhookRow[] =>
  db.select().from(webhooks).where(isNull(webhooks.removedAt)).orderBy(webhooks.createdAt, webhooks.id).all();

export const webhookById = (db: Db, id: string): WebhookRow | null =>
  db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.id, id), isNull(webhooks.removedAt)))
    .get() ?? null;

export const updateWebhook = (db: Db, id: string, set: Partial<Pick<WebhookRow, "seenSeq" | "removedAt">>) =>
  db.update(webhooks).set(set).where(eq(webhooks.id, id)).run();

/** Queues a message, once for each event of the record. */
export const insertDelivery = (db: Db, row: typeof deliveries.$inferInsert) =>
  db.insert(deliveries).values(row).onConflictDoNothing().run();

export const deliveryById = (db: Db, id: string): DeliveryRow | null =>
  db.select().from(deliveries).where(eq(deliveries.id, id)).get() ?? null;

export const updateDelivery = (db: Db, id: string, set: Partial<Omit<DeliveryRow, "id">>) =>
  db.update(deliveries).set(set).where(eq(deliveries.id, id)).run();

export const lastDeliveriesOf = (db: Db, webhookId: string, limit: number): DeliveryRow[] =>
  db
    .select()
    .from(deliveries)
    .where(eq(deliveries.webhookId, webhookId))
    .orderBy(desc(deliveries.queuedAt), desc(deliveries.seq))
    .limit(limit)
    .all();

/** What is due of webhooks that are still there, the longest waiting first. */
export const dueDeliveries = (db: Db, now: number, limit: number) =>
  db
    .select({ delivery: deliveries, webhook: webhooks })
    .from(deliveries)
    .innerJoin(webhooks, eq(webhooks.id, deliveries.webhookId))
    .where(and(eq(deliveries.state, "waiting"), lte(deliveries.nextAt, now), isNull(webhooks.removedAt)))
    .orderBy(asc(deliveries.nextAt), asc(deliveries.seq))
    .limit(limit)
    .all();

export const forgetDeliveries = (db: Db, before: number) =>
  db
    .delete(deliveries)
    .where(and(lt(deliveries.queuedAt, before), ne(deliveries.state, "waiting")))
    .run();
