import type { Db } from "#db/client.ts";
import { caseById } from "#db/queries/cases.ts";
import { cardOf, claimById } from "#db/queries/claims.ts";
import { mutedCasesOf, notificationById } from "#db/queries/notifications.ts";
import { memberById } from "#db/queries/people.ts";
import { noticeSaying } from "#domain/notices.ts";
import { can } from "#domain/roles.ts";
import { oneLine } from "#server/export/safe-text.ts";
import type { Letter } from "#server/mail/letter.ts";
import { footOf } from "#server/mail/letter-foot.ts";
import { speechFor } from "#server/mail/speech-for.ts";
import { accessOf } from "#server/services/access.ts";
import { referenceOf } from "#server/services/claim-rows.ts";
import { placeOf } from "#server/services/notifications.ts";
import { wayOf } from "#server/services/notify.ts";
import { utcMoment } from "#server/services/zoned-time.ts";

/**
 * The mail of a notice as it has to be at this moment, or null when it is not wanted any more: read or done meanwhile,
 * switched off, muted, or of a case that is not open to the member now. Of a restricted case no words leave the house.
 */
export function noticeLetter(db: Db, origin: string, notificationId: number): Letter | null {
  const found = wanted(db, notificationId);
  if (!found) return null;
  const { notice, member, parent, claim } = found;
  const { say, sayIt, locale } = speechFor(member);
  const actor = notice.actorId === null ? null : (memberById(db, notice.actorId)?.name ?? null);
  const { reason, subject } = notice;
  const reference = referenceOf(parent.number, claim.number);
  const told = say("notice_subject", { reference, sentence: oneLine(sayIt(noticeSaying({ reason, actor, subject }))) });
  const words = parent.restricted
    ? [say("restricted")]
    : [
        say("case_titled", { number: parent.number, title: oneLine(parent.title) }),
        ...quoted(cardOf(db, claim.id)?.statement),
        ...quoted(subject.words),
      ];
  const due = claim.dueAt === null ? [] : [say("due", { time: utcMoment(claim.dueAt, locale) })];
  const address = `${origin}${placeOf(db, parent.number, claim, subject.place)}`;
  return {
    to: { name: member.name, address: member.email },
    subject: told,
    text: [told, "", ...words, ...due, "", say("open_claim", { address }), ...footOf(say, origin)].join("\n"),
  };
}

function wanted(db: Db, notificationId: number) {
  const notice = notificationById(db, notificationId);
  const member = notice && memberById(db, notice.memberId);
  const parent = notice && caseById(db, notice.caseId);
  const claim = notice && claimById(db, notice.claimId);
  if (!notice || !member || !parent || !claim || member.deactivatedAt !== null) return null;
  if (notice.readAt !== null || notice.doneAt !== null || notice.snoozedUntil !== null) return null;
  if (wayOf(db, member.id, notice.reason) !== "mail" || mutedCasesOf(db, member.id).includes(parent.id)) return null;
  return can(member, "case.read", accessOf(db, parent)) ? { notice, member, parent, claim } : null;
}

/** What somebody wrote stands on one line behind a mark, so that it cannot be taken for a line of ours. */
const quoted = (words = "") => (oneLine(words) === "" ? [] : [`> ${oneLine(words)}`]);
