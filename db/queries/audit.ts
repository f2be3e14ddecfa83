import { count, desc, eq, getTableColumns, gt, isNotNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { auditEvents } from "#db/schema/audit.ts";

type Event = Omit<typeof auditEvents.$inferInsert, "body">;

/** The body as the very text that is stored: the chain covers it letter by letter. */
const body = sql<string>`${auditEvents.body}`;
const columns = { ...getTableColumns(auditEvents), body };

export type StoredEvent = Omit<typeof auditEvents.$inferSelect, "body"> & { body: string };

/** The last line of the chain. */
export const lastEvent = (db: Db) =>
  db
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .orderBy(desc(auditEvents.seq))
    .limit(1)
    .get() ?? null;

export const insertEvent = (db: Db, event: Event, said: string) =>
  db
    .insert(auditEvents)
    .values({ ...event, body: sql`${said}` })
    .run();

export const eventBySeq = (db: Db, seq: number) =>
  db.select(columns).from(auditEvents).where(eq(auditEvents.seq, seq)).get() ?? null;

/** The record in order after a sequence number, a page at a time. */
export function* eventsAfter(db: Db, seq: number, pageSize = 500): Generator<StoredEvent> {
  let after = seq;
  for (;;) {
    const page = pageAfter(db, after, pageSize);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.seq;
  }
}

const pageAfter = (db: Db, seq: number, size: number) =>
  db.select(columns).from(auditEvents).where(gt(auditEvents.seq, seq)).orderBy(auditEvents.seq).limit(size).all();

/** Forgets what an event says and its salt, which triggers allow once; the line of the chain stays. */
export const forgetSaid = (db: Db, seq: number, withheld: string) =>
  db.update(auditEvents).set({ body: sql`'{}'`, salt: null, withheld }).where(eq(auditEvents.seq, seq)).run();

export const countWithheld = (db: Db) =>
  db.select({ events: count() }).from(auditEvents).where(isNotNull(auditEvents.withheld)).get()?.events ?? 0;
