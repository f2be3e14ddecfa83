import { and, desc, eq, gt, inArray, isNotNull, isNull, lte, or, type Placeholder, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { asReader, isOpenTo, isOpenToReader } from "#db/queries/open-cases.ts";
import { cases } from "#db/schema/cases.ts";
import { cards, claims } from "#db/schema/claims.ts";
import { dueNotices, notificationMutes, notifications, notificationWays } from "#db/schema/notifications.ts";
import type { NoticeReason, NoticeWay, NotificationList } from "#domain/notices.ts";
import type { Actor } from "#domain/roles.ts";

type Row = typeof notifications.$inferInsert;
type ToFold = Pick<Row, "memberId" | "caseId" | "claimId" | "reason" | "subject" | "at"> & { actorId: string | null };

/** Adds one, or counts it on the unread one of the same member, claim and reason, which it wakes. Returns its id. */
export const foldNotification = (db: Db, row: ToFold): number =>
  db
    .insert(notifications)
    .values(row)
    .onConflictDoUpdate({
      target: [notifications.memberId, notifications.claimId, notifications.reason],
      targetWhere: sql`read_at is null and done_at is null`,
      set: {
        ...{ actorId: row.actorId, subject: row.subject, at: row.at, snoozedUntil: null },
        count: sql`${notifications.count} + 1`,
      },
    })
    .returning({ id: notifications.id })
    .get().id;

/** Ends what a member, or everybody, was told about a claim for these reasons. */
export const settleNotifications = (
  db: Db,
  { claimId, reasons, memberId }: { claimId: string; reasons: readonly NoticeReason[]; memberId?: string },
  at: number,
) =>
  db
    .update(notifications)
    .set({ doneAt: at })
    .where(
      and(
        eq(notifications.claimId, claimId),
        inArray(notifications.reason, [...reasons]),
        isNull(notifications.doneAt),
        memberId === undefined ? undefined : eq(notifications.memberId, memberId),
      ),
    )
    .run();

/** What was told of a claim by one deed and is unread. */
export const unreadOfDeed = (
  db: Db,
  { claimId, reason, actorId, at }: { claimId: string; reason: NoticeReason; actorId: string; at: number },
) =>
  db
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.claimId, claimId),
        eq(notifications.reason, reason),
        eq(notifications.actorId, actorId),
        eq(notifications.at, at),
        isNull(notifications.readAt),
        isNull(notifications.doneAt),
      ),
    )
    .all();

/** Tells of the deed before the last one again, and counts one less. */
export const unfoldNotification = (db: Db, id: number, set: Pick<Row, "actorId" | "subject" | "at">) =>
  db
    .update(notifications)
    .set({ ...set, count: sql`${notifications.count} - 1` })
    .where(eq(notifications.id, id))
    .run();

export const deleteNotification = (db: Db, id: number) =>
  db.delete(notifications).where(eq(notifications.id, id)).run();

const isAwake = (now: number | Placeholder) =>
  or(isNull(notifications.snoozedUntil), lte(notifications.snoozedUntil, now));

const inList = (list: NotificationList, now: number | Placeholder) =>
  ({
    open: and(isNull(notifications.doneAt), isAwake(now)),
    snoozed: and(isNull(notifications.doneAt), gt(notifications.snoozedUntil, now)),
    done: isNotNull(notifications.doneAt),
  })[list];

/** Newest first, with what is shown of the claim and its case. */
export const notificationsOf = (db: Db, member: Actor, list: NotificationList, now: number, limit: number) =>
  db
    .select({
      notification: notifications,
      caseNumber: cases.number,
      caseTitle: cases.title,
      claimNumber: claims.number,
      dueAt: claims.dueAt,
      statement: cards.statement,
      language: cards.language,
    })
    .from(notifications)
    .innerJoin(cases, eq(cases.id, notifications.caseId))
    .innerJoin(claims, eq(claims.id, notifications.claimId))
    .innerJoin(cards, eq(cards.claimId, notifications.claimId))
    .where(and(eq(notifications.memberId, member.id), inList(list, now), isOpenTo(member)))
    .orderBy(desc(notifications.at), desc(notifications.id))
    .limit(limit)
    .all();

const unread = compiled((db) =>
  db
    .select({ count: sql<number>`count(*)` })
    .from(notifications)
    .innerJoin(cases, eq(cases.id, notifications.caseId))
    .where(
      and(
        ...[eq(notifications.memberId, sql.placeholder("reader")), isNull(notifications.readAt)],
        ...[inList("open", sql.placeholder("now")), isOpenToReader],
      ),
    )
    .prepare(),
);
export const countUnread = (db: Db, member: Actor, now: number): number =>
  unread(db).get({ now, ...asReader(member) })?.count ?? 0;

export const notificationById = (db: Db, id: number) =>
  db.select().from(notifications).where(eq(notifications.id, id)).get() ?? null;

type Change = Partial<Pick<Row, "readAt" | "doneAt" | "snoozedUntil">>;

/** Changes some of a member's own; ids of others are left alone. */
export const updateNotifications = (db: Db, memberId: string, ids: readonly number[], set: Change) =>
  db
    .update(notifications)
    .set(set)
    .where(and(eq(notifications.memberId, memberId), inArray(notifications.id, [...ids])))
    .run();

/** Marks one as unread, unless the same has been told anew meanwhile and is unread already. */
export const unreadNotification = (db: Db, memberId: string, id: number) =>
  db
    .update(notifications)
    .set({ readAt: null, doneAt: null, snoozedUntil: null })
    .where(
      and(
        eq(notifications.memberId, memberId),
        eq(notifications.id, id),
        sql`not exists (select 1 from notifications twin where twin.id <> ${id} and twin.member_id = ${memberId}
          and twin.claim_id = ${notifications.claimId} and twin.reason = ${notifications.reason}
          and twin.read_at is null and twin.done_at is null)`,
      ),
    )
    .run().changes;

export const readNotificationsOfClaim = (db: Db, memberId: string, claimId: string, at: number) =>
  db
    .update(notifications)
    .set({ readAt: at })
    .where(and(eq(notifications.memberId, memberId), eq(notifications.claimId, claimId), isNull(notifications.readAt)))
    .run().changes;

export const waysOf = (db: Db, memberId: string) =>
  db.select().from(notificationWays).where(eq(notificationWays.memberId, memberId)).all();

export const setWay = (db: Db, memberId: string, reason: NoticeReason, way: NoticeWay) =>
  db
    .insert(notificationWays)
    .values({ memberId, reason, way })
    .onConflictDoUpdate({ target: [notificationWays.memberId, notificationWays.reason], set: { way } })
    .run();

export const mutedCasesOf = (db: Db, memberId: string) =>
  db
    .select({ id: notificationMutes.caseId })
    .from(notificationMutes)
    .where(eq(notificationMutes.memberId, memberId))
    .all()
    .map((row) => row.id);

export const muteCase = (db: Db, memberId: string, caseId: string) =>
  db.insert(notificationMutes).values({ memberId, caseId }).onConflictDoNothing().run();

export const unmuteCase = (db: Db, memberId: string, caseId: string) =>
  db
    .delete(notificationMutes)
    .where(and(eq(notificationMutes.memberId, memberId), eq(notificationMutes.caseId, caseId)))
    .run();

/** Claims that are due before a moment and after another, of whose due time nobody has been told. */
export const claimsDueBetween = (db: Db, after: number, before: number) =>
  db
    .select({ claim: claims })
    .from(claims)
    .leftJoin(dueNotices, and(eq(dueNotices.claimId, claims.id), eq(dueNotices.dueAt, claims.dueAt)))
    .where(and(gt(claims.dueAt, after), lte(claims.dueAt, before), isNull(dueNotices.claimId)))
    .all()
    .map((row) => row.claim);

export const keepDueNotice = (db: Db, claimId: string, dueAt: number) =>
  db.insert(dueNotices).values({ claimId, dueAt }).onConflictDoNothing().run();
