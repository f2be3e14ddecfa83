import type { Db } from "#db/client.ts";
import { digestChoiceOf } from "#db/queries/mail.ts";
import { memberById } from "#db/queries/people.ts";
import { eventAsSaying } from "#domain/event-saying.ts";
import { oneLine } from "#server/export/safe-text.ts";
import type { Letter } from "#server/mail/letter.ts";
import { footOf } from "#server/mail/letter-foot.ts";
import { type LetterSpeech, speechFor } from "#server/mail/speech-for.ts";
import { type DigestCase, type DigestPart, digestOf } from "#server/services/digest.ts";
import { momentIn } from "#server/services/zoned-time.ts";

/** The daily digest as it has to be at this moment, or null when there is nothing to tell, or nobody wants it any more. */
export function digestLetter(
  db: Db,
  origin: string,
  { memberId, since }: { memberId: string; since: number },
): Letter | null {
  const member = memberById(db, memberId);
  const choice = digestChoiceOf(db, memberId);
  if (!member || member.deactivatedAt !== null || choice === null || choice.hour === null) return null;
  const cases = digestOf(db, member, since);
  if (cases.length === 0) return null;
  const told: Telling = { ...speechFor(member), origin, timeZone: choice.timeZone };
  return {
    to: { name: member.name, address: member.email },
    subject: told.say("digest_subject", { count: cases.length }),
    text: [...cases.flatMap((one) => caseLines(told, one)), ...footOf(told.say, origin)].join("\n"),
  };
}

type Telling = LetterSpeech & { origin: string; timeZone: string };

function caseLines(told: Telling, { caseNumber: number, caseTitle, restricted, parts, isCut }: DigestCase): string[] {
  const { say, origin } = told;
  const head = restricted ? say("case", { number }) : say("case_titled", { number, title: oneLine(caseTitle) });
  const words = restricted ? [say("digest_restricted")] : parts.flatMap((part) => partLines(told, part));
  const more = isCut && !restricted ? [say("digest_earlier")] : [];
  return [head, ...words, ...more, `${origin}/cases/${number}`, ""];
}

function partLines({ say, sayIt, locale, timeZone }: Telling, { claim, lines }: DigestPart): string[] {
  const head = claim ? [`  ${claim.reference} ${oneLine(claim.statement)}`.trimEnd()] : [];
  const moment = (at: number) => momentIn(at, timeZone, locale);
  return [
    ...head,
    ...lines.map(({ actor, says, at }) => {
      const event = oneLine(sayIt(eventAsSaying(says, { who: actor?.name ?? say("somebody"), moment })));
      return say("digest_line", { event, time: moment(at) });
    }),
  ];
}
