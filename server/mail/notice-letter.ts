import type { Db } from "#db/client.ts";
import { caseById } from "#db/queries/cases.ts";
import { cardOf, claimById } from "#db/queries/claims.ts";
import { mutedCasesOf, notificationById } from "#db/queries/notifications.ts";
import { memberById } from "#db/queries/people.ts";
import { noticeSentence } from "#domain/notices.ts";
import { can } from "#domain/roles.ts";
import { oneLine, utcTime } from "#server/export/safe-text.ts";
import type { Letter } from "#server/mail/letter.ts";
import { footOf } from "#server/mail/letter-foot.ts";
import { accessOf } from "#server/services/access.ts";
import { referenceOf } from "#server/services/claim-rows.ts";
import { placeOf } from "#server/services/notifications.ts";
import { wayOf } from "#server/services/notify.ts";

/**
 * The mail of a notice as it has to be at this moment, or null when it is not wanted any more: read or done meanwhile,
 * switched off, muted, or of a case that is not open to the member now. Of a restricted case no words leave the house.
 */
export function noticeLetter(db: Db, origin: string, notificationId: number): Letter | null {
  const found = wanted(db, notificationId);
  if (!found) return null;
  const { notice, member, parent, claim } = found;
  const actor = notice.actorId === null ? null : (memberById(db, notice.actorId)?.name ?? null);
  const { reason, subject } = notice;
  const reference = referenceOf(parent.number, claim.number);
  const sentence = oneLine(noticeSentence({ reason, actor, subject }));
  const words = parent.restricted
    ? ["This case is restricted, so its words stay in Assay."]
    : [
        `Case ${parent.number}: ${oneLine(parent.title)}`,
        ...quoted(cardOf(db, claim.id)?.statement),
        ...quoted(subject.words),
      ];
  const due = claim.dueAt === null ? [] : [`It is due ${utcTime(new Date(claim.dueAt).toISOString())}.`];
  const link = `Open the claim: ${origin}${placeOf(parent.number, claim.number, subject.place)}`;
  return {
    to: { name: member.name, address: member.email },
    subject: `${reference}: ${sentence}`,
    text: [`${reference}: ${sentence}`, "", ...words, ...due, "", link, ...footOf(origin)].join("\n"),
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
