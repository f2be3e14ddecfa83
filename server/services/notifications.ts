import type { Db } from "#db/client.ts";
import { allCases } from "#db/queries/cases.ts";
import {
  countUnread,
  muteCase,
  mutedCasesOf,
  notificationById,
  notificationsOf,
  readNotificationsOfClaim,
  unmuteCase,
  unreadNotification,
  updateNotifications,
} from "#db/queries/notifications.ts";
import { notFound } from "#domain/errors.ts";
import { type NoticeReason, type NotificationList, noticeSaying } from "#domain/notices.ts";
import { can } from "#domain/roles.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Saying } from "#domain/words/say.ts";
import type { Context, Member } from "#server/context.ts";
import { accessOf, caseFor } from "#server/services/access.ts";
import { groupBy, referenceOf } from "#server/services/claim-rows.ts";
import { inTransaction } from "#server/services/decide.ts";
import { mergedClaims, stayingNumber } from "#server/services/merged-claims.ts";
import { type Person, peopleById, pick } from "#server/services/people-view.ts";

export type NotificationRow = {
  id: number;
  reason: NoticeReason;
  sentence: Saying;
  /** What was said, in its author's words. */
  words: string;
  actor: Person | null;
  count: number;
  at: number;
  isUnread: boolean;
  snoozedUntil: number | null;
  reference: string;
  statement: string;
  language: string;
  dueAt: number | null;
  to: string;
};
export type NotificationGroup = { caseNumber: number; caseTitle: string; isMuted: boolean; rows: NotificationRow[] };

/** More than anybody reads at once; the rest comes up as these are done. */
const SHOWN = 200;
const LONGEST_SNOOZE_MS = 31 * 24 * 60 * 60_000;

/** What one member is told, and what they do about it. Everything here is about the actor's own list. */
export function notificationsService({ db, now }: Context) {
  return {
    /** Grouped by case: cases with something unread first, then the newest; in each, unread first. */
    list(actor: Member, list: NotificationList = "open"): NotificationGroup[] {
      const people = peopleById(db);
      const muted = new Set(mutedCasesOf(db, actor.id));
      const found = notificationsOf(db, actor, list, now(), SHOWN);
      const groups = [...groupBy(found, (one) => one.notification.caseId)].map(([caseId, rows]) => ({
        ...{ caseNumber: rows[0]?.caseNumber ?? 0, caseTitle: rows[0]?.caseTitle ?? "" },
        isMuted: muted.has(caseId),
        rows: rows.map((one) => toRow(db, one, people)).sort((a, b) => Number(b.isUnread) - Number(a.isUnread)),
      }));
      const unread = (group: NotificationGroup) => Number(group.rows.some((one) => one.isUnread));
      return groups.sort((a, b) => unread(b) - unread(a));
    },

    unread: (actor: Member): number => countUnread(db, actor, now()),

    /** Opening a claim, however, reads what is told about it. Reading must work on a full disk, so that is let go then. */
    seen(actor: Member, claimId: string): void {
      try {
        for (const { id } of [{ id: claimId }, ...mergedClaims(db, claimId)])
          readNotificationsOfClaim(db, actor.id, id, now());
      } catch {
        return;
      }
    },

    /** Marks the actor's own as done, or takes that back. */
    setDone(actor: Member, ids: readonly number[], isDone: boolean): void {
      const at = now();
      const set = isDone ? { doneAt: at, readAt: at } : { doneAt: null, snoozedUntil: null };
      inTransaction(db, (tx) => updateNotifications(tx, actor.id, ids, set));
    },

    setUnread(actor: Member, id: number, isUnread: boolean): void {
      own(actor, id);
      inTransaction(db, (tx) =>
        isUnread ? unreadNotification(tx, actor.id, id) : updateNotifications(tx, actor.id, [id], { readAt: now() }),
      );
    },

    /** Puts one away until a moment, at which it is back as unread; null brings it back now. */
    snooze(actor: Member, id: number, until: number | null): void {
      own(actor, id);
      if (until !== null && (until <= now() || until > now() + LONGEST_SNOOZE_MS))
        throw refusal("bad_input", "notifications", "snooze_too_far");
      inTransaction(db, (tx) => {
        unreadNotification(tx, actor.id, id);
        updateNotifications(tx, actor.id, [id], { snoozedUntil: until });
      });
    },

    /** From now on the actor hears nothing of this case, or hears of it again. What was told stays. */
    setMuted(actor: Member, caseNumber: number, isMuted: boolean): void {
      const { id } = caseFor(db, actor, caseNumber, "case.read");
      inTransaction(db, (tx) => (isMuted ? muteCase : unmuteCase)(tx, actor.id, id));
    },

    /** The cases of which the actor hears nothing, as far as they are still open to them. */
    muted(actor: Member): { number: number; title: string }[] {
      const ids = new Set(mutedCasesOf(db, actor.id));
      return allCases(db)
        .filter((one) => ids.has(one.id) && can(actor, "case.read", accessOf(db, one)))
        .map(({ number, title }) => ({ number, title }));
    },
  };

  function own(actor: Member, id: number): void {
    if (notificationById(db, id)?.memberId !== actor.id) throw notFound("notification");
  }
}

function toRow(
  db: Db,
  found: ReturnType<typeof notificationsOf>[number],
  people: Map<string, Person>,
): NotificationRow {
  const { notification, caseNumber, claimNumber, dueAt, statement, language } = found;
  const { id, reason, subject, count, at, readAt, snoozedUntil } = notification;
  const actor = pick(people, notification.actorId);
  return {
    ...{ id, reason, count, at, snoozedUntil, actor, statement, language, dueAt },
    sentence: noticeSaying({ reason, subject, actor: actor?.name ?? null }),
    words: subject.words ?? "",
    isUnread: readAt === null,
    reference: referenceOf(caseNumber, claimNumber),
    to: placeOf(db, caseNumber, { id: notification.claimId, number: claimNumber }, subject.place),
  };
}

/**
 * Where a notice leads: the claim's card, and there to the thread that it tells of. What was said on a merged claim is
 * read on the one that it went into; a redirect would lose the place on the way.
 */
export function placeOf(db: Db, caseNumber: number, claim: { id: string; number: number }, place = ""): string {
  const card = (number: number) => `/cases/${caseNumber}/claims/${number}`;
  if (!/^[\w-]+$/.test(place)) return card(claim.number);
  const number = stayingNumber(db, claim.id) ?? claim.number;
  return `${card(number)}${number === claim.number ? "" : `?merged=${claim.number}`}#${place}`;
}
