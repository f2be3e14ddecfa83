import type { Db } from "#db/client.ts";
import { digestChoiceOf } from "#db/queries/mail.ts";
import { memberById } from "#db/queries/people.ts";
import { oneLine } from "#server/export/safe-text.ts";
import type { Letter } from "#server/mail/letter.ts";
import { footOf } from "#server/mail/letter-foot.ts";
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
  const { timeZone } = choice;
  return {
    to: { name: member.name, address: member.email },
    subject:
      cases.length === 1
        ? "News of 1 case since you last looked"
        : `News of ${cases.length} cases since you last looked`,
    text: [...cases.flatMap((one) => caseLines(one, origin, timeZone)), ...footOf(origin)].join("\n"),
  };
}

function caseLines({ caseNumber, caseTitle, restricted, parts, isCut }: DigestCase, origin: string, zone: string) {
  const head = restricted ? `Case ${caseNumber}` : `Case ${caseNumber}: ${oneLine(caseTitle)}`;
  const words = restricted
    ? ["There is news. This case is restricted, so its words stay in Assay."]
    : parts.flatMap((part) => partLines(part, zone));
  const more = isCut && !restricted ? ["Earlier news is in the record of the case."] : [];
  return [head, ...words, ...more, `${origin}/cases/${caseNumber}`, ""];
}

function partLines({ claim, lines }: DigestPart, zone: string): string[] {
  const head = claim ? [`  ${claim.reference} ${oneLine(claim.statement)}`.trimEnd()] : [];
  return [
    ...head,
    ...lines.map(({ actor, summary, at }) => {
      const who = actor?.name ?? "Somebody";
      return `  - ${oneLine(`${who} ${summary}`)}, ${momentIn(at, zone)}`;
    }),
  ];
}
