import type { Db } from "#db/client.ts";
import { caseById } from "#db/queries/cases.ts";
import { deleteNoticeMail, queueNoticeMail } from "#db/queries/mail.ts";
import {
  deleteNotification,
  foldNotification,
  mutedCasesOf,
  settleNotifications,
  unfoldNotification,
  unreadOfDeed,
  waysOf,
} from "#db/queries/notifications.ts";
import { memberById } from "#db/queries/people.ts";
import {
  FIRST_WAYS,
  NOTICE_WORDS_MAX,
  type NoticeReason,
  type NoticeSubject,
  type NoticeWay,
} from "#domain/notices.ts";
import { can } from "#domain/roles.ts";
import { accessOf, type CaseRecord } from "#server/services/access.ts";

export type Notice = {
  memberIds: readonly string[];
  reason: NoticeReason;
  claimId: string;
  caseId: string;
  /** Who caused it; null for the clock. */
  actorId: string | null;
  at: number;
  subject?: NoticeSubject;
};

/** A mail waits this long: what was read on a screen meanwhile, or taken back, needs none. */
export const MAIL_AFTER_MS = 2 * 60_000;

/**
 * Tells members of something, inside the transaction in which it happens. Nobody hears of what they did themselves, of a
 * case that is not open to them or that they muted, or for a reason that they switched off.
 */
export function notify(tx: Db, { memberIds, subject = {}, ...notice }: Notice): void {
  const parent = caseById(tx, notice.caseId);
  if (!parent) return;
  for (const memberId of new Set(memberIds)) {
    if (memberId === notice.actorId || !mayHear(tx, memberId, parent)) continue;
    const way = wayOf(tx, memberId, notice.reason);
    if (way === "off") continue;
    const notificationId = foldNotification(tx, { ...notice, memberId, subject: short(subject) });
    const { at } = notice;
    if (way === "mail") queueNoticeMail(tx, { memberId, notificationId, queuedAt: at, nextAt: at + MAIL_AFTER_MS });
  }
}

/** The deed that was told, and the one before it that still holds, if there is one. */
type Untold = Pick<Notice, "claimId" | "reason" | "at"> & {
  actorId: string;
  before: (Pick<Notice, "at" | "subject"> & { actorId: string }) | undefined;
};

/** Takes a notice back where nobody has read it, with its mail; where it told of more, it tells of that again. */
export function untell(tx: Db, { before, ...deed }: Untold): void {
  for (const { id, count } of unreadOfDeed(tx, deed)) {
    if (count > 1 && before) unfoldNotification(tx, id, { ...before, subject: short(before.subject ?? {}) });
    if (count > 1) continue;
    deleteNoticeMail(tx, id);
    deleteNotification(tx, id);
  }
}

type Settled = { claimId: string; reasons: readonly NoticeReason[]; memberId?: string; at: number };

/** Ends notices whose matter is over, such as a sign-off that is current again: for one member, or for everybody. */
export function settle(tx: Db, { at, ...which }: Settled): void {
  settleNotifications(tx, which, at);
}

/** How a member is told for this reason: as they chose, or as it is at first. */
export function wayOf(db: Db, memberId: string, reason: NoticeReason): NoticeWay {
  return waysOf(db, memberId).find((one) => one.reason === reason)?.way ?? FIRST_WAYS[reason];
}

function mayHear(tx: Db, memberId: string, parent: CaseRecord): boolean {
  const member = memberById(tx, memberId);
  if (!member || member.deactivatedAt !== null) return false;
  return can(member, "case.read", accessOf(tx, parent)) && !mutedCasesOf(tx, memberId).includes(parent.id);
}

function short(subject: NoticeSubject): NoticeSubject {
  const words = [...(subject.words ?? "").trim()];
  if (words.length === 0) return subject;
  const isLong = words.length > NOTICE_WORDS_MAX;
  return { ...subject, words: isLong ? `${words.slice(0, NOTICE_WORDS_MAX).join("").trimEnd()}…` : words.join("") };
}
