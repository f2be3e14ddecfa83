import type { CorrectionKind } from "#domain/corrections.ts";
import type { Saying } from "#domain/words/say.ts";

/** Why somebody is told of something, in the order in which their settings list it. */
export const NOTICE_REASONS = [
  "review_asked",
  "assigned",
  "changes_requested",
  "went_stale",
  "mentioned",
  "replied",
  "due_soon",
  "changed_after_release",
] as const;
export type NoticeReason = (typeof NOTICE_REASONS)[number];

/** How somebody wants to be told: on the screen, on the screen and by e-mail, or not at all. */
export const NOTICE_WAYS = ["screen", "mail", "off"] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

/** What holds until somebody chooses otherwise: what colleagues ask of a person also reaches them outside. */
export const FIRST_WAYS: Record<NoticeReason, NoticeWay> = {
  review_asked: "mail",
  assigned: "mail",
  changes_requested: "mail",
  mentioned: "mail",
  went_stale: "screen",
  replied: "screen",
  due_soon: "screen",
  changed_after_release: "screen",
};

/** How long before its due time people are told that a claim is due; the words for its settings name it. */
export const DUE_SOON_MS = 2 * 60 * 60_000;

/** What is there to be seen to, what was put away until later, and what is done. */
export const NOTIFICATION_LISTS = ["open", "snoozed", "done"] as const;
export type NotificationList = (typeof NOTIFICATION_LISTS)[number];

/** What a notice is about, besides its claim. */
export type NoticeSubject = {
  /** What was said: the reason for a request, or the beginning of a comment. */
  words?: string;
  /** The id of the element on the card's screen to which the notice leads. */
  place?: string;
  /** For a review: the claim has been moved to review, so it is this person's turn. */
  isTurn?: boolean;
  /** For a change after a release: what was put on the record about the claim, or what somebody asks others to confirm. */
  correction?: CorrectionKind | "asked";
  /** The reference of a corrected claim that rested on the same. */
  restedOn?: string;
};

export const NOTICE_WORDS_MAX = 280;

type Told = { reason: NoticeReason; actor: string | null; subject: NoticeSubject };

/** The notice as one sentence about its claim; the same on screens and in mails. */
export function noticeSaying({ reason, actor, subject }: Told): Saying {
  if (reason === "due_soon") return { room: "notifications", id: reason };
  const who = actor ?? ({ room: "claims", id: "somebody" } as const);
  const { restedOn, correction } = subject;
  if (restedOn) return { room: "notifications", id: "rested_on", values: { who, reference: restedOn } };
  if (correction) return { room: "notifications", id: `record_${correction}`, values: { who } };
  const id = reason === "review_asked" && subject.isTurn ? "turn_asked" : reason;
  return { room: "notifications", id, values: { who } };
}
