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

/** How long before its due time people are told that a claim is due; the words below name it. */
export const DUE_SOON_MS = 2 * 60 * 60_000;

/** What is there to be seen to, what was put away until later, and what is done. */
export const NOTIFICATION_LISTS = ["open", "snoozed", "done"] as const;
export type NotificationList = (typeof NOTIFICATION_LISTS)[number];

export const REASON_WORDS: Record<NoticeReason, string> = {
  review_asked: "Somebody asks me to review a claim",
  assigned: "Somebody gives me a claim",
  changes_requested: "A reviewer asks for changes on my claim",
  went_stale: "A sign-off of mine goes stale",
  mentioned: "Somebody mentions me",
  replied: "Somebody replies to me",
  due_soon: "A claim of mine is due within two hours",
  changed_after_release: "A claim of mine changes after its release",
};

/** What a notice is about, besides its claim. */
export type NoticeSubject = {
  /** What was said: the reason for a request, or the beginning of a comment. */
  words?: string;
  /** The id of the element on the card's screen to which the notice leads. */
  place?: string;
  /** For a review: the claim has been moved to review, so it is this person's turn. */
  isTurn?: boolean;
};

export const NOTICE_WORDS_MAX = 280;

type Told = { reason: NoticeReason; actor: string | null; subject: NoticeSubject };

/** The notice as one sentence about its claim; the same on screens and in mails. */
export function noticeSentence({ reason, actor, subject }: Told): string {
  const who = actor ?? "Somebody";
  const sentences: Record<NoticeReason, string> = {
    review_asked: subject.isTurn
      ? `${who} moved it to review, so it is your turn.`
      : `${who} asks you to review it once it is ready.`,
    assigned: `${who} gave it to you.`,
    changes_requested: `${who} asks for changes.`,
    went_stale: `${who} changed the card, so your sign-off went stale.`,
    mentioned: `${who} mentioned you.`,
    replied: `${who} replied to you.`,
    due_soon: "It is due soon.",
    changed_after_release: `${who} changed it after it was released.`,
  };
  return sentences[reason];
}
