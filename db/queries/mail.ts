import { and, asc, eq, inArray, isNotNull, lt, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { digestChoices, mails } from "#db/schema/mail.ts";

export type MailRow = typeof mails.$inferSelect;

/** Queues the mail of a notice, once. */
export const queueNoticeMail = (
  db: Db,
  row: { memberId: string; notificationId: number; queuedAt: number; nextAt: number },
) => db.insert(mails).values(row).onConflictDoNothing().run();

export const deleteNoticeMail = (db: Db, notificationId: number) =>
  db.delete(mails).where(eq(mails.notificationId, notificationId)).run();

export const queueDigestMail = (db: Db, row: { memberId: string; since: number; queuedAt: number }) =>
  db
    .insert(mails)
    .values({ ...row, nextAt: row.queuedAt })
    .run();

/** The mail that has been waiting longest, of those whose time has come. */
export const nextMail = (db: Db, now: number): MailRow | null =>
  db
    .select()
    .from(mails)
    .where(and(eq(mails.state, "waiting"), lte(mails.nextAt, now)))
    .orderBy(asc(mails.nextAt), asc(mails.id))
    .limit(1)
    .get() ?? null;

export const mailById = (db: Db, id: number): MailRow | null =>
  db.select().from(mails).where(eq(mails.id, id)).get() ?? null;

export const updateMail = (db: Db, id: number, set: Partial<Omit<MailRow, "id">>) =>
  db.update(mails).set(set).where(eq(mails.id, id)).run();

/** Mails that were being sent when the process ended: nobody knows whether they went. Returns how many. */
export const giveUpSending = (db: Db) =>
  db.update(mails).set({ state: "unknown" }).where(eq(mails.state, "sending")).run().changes;

/** Forgets what was queued before a moment; with `states`, only mails in these. */
export const forgetMails = (db: Db, before: number, states: readonly MailRow["state"][]) =>
  db
    .delete(mails)
    .where(and(lt(mails.queuedAt, before), inArray(mails.state, [...states])))
    .run();

export const digestChoiceOf = (db: Db, memberId: string) =>
  db.select().from(digestChoices).where(eq(digestChoices.memberId, memberId)).get() ?? null;

export const digestsByMail = (db: Db) => db.select().from(digestChoices).where(isNotNull(digestChoices.hour)).all();

export const setDigestChoice = (
  db: Db,
  memberId: string,
  set: Partial<Omit<typeof digestChoices.$inferInsert, "memberId">>,
) =>
  db
    .insert(digestChoices)
    .values({ memberId, ...set })
    .onConflictDoUpdate({ target: digestChoices.memberId, set })
    .run();
