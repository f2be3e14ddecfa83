import { digestsByMail, queueDigestMail, setDigestChoice } from "#db/queries/mail.ts";
import { memberById } from "#db/queries/people.ts";
import type { Context } from "#server/context.ts";
import { inTransaction } from "#server/services/decide.ts";
import { digestOf } from "#server/services/digest.ts";
import { dayAndHour } from "#server/services/zoned-time.ts";

/**
 * Queues the daily digest of everybody whose hour has come, once a day in their own time zone; one that was missed while
 * the process was away is made up for on the same day. Where nothing happened there is no mail.
 */
export function queueDigests({ db, now }: Pick<Context, "db" | "now">): void {
  const at = now();
  for (const choice of digestsByMail(db)) {
    const { day, hour } = dayAndHour(at, choice.timeZone);
    if (choice.lastDay === day || choice.hour === null || hour < choice.hour) continue;
    inTransaction(db, (tx) => {
      setDigestChoice(tx, choice.memberId, { lastDay: day, lastAt: at });
      const member = memberById(tx, choice.memberId);
      if (!member || member.deactivatedAt !== null || digestOf(tx, member, choice.lastAt).length === 0) return;
      queueDigestMail(tx, { memberId: member.id, since: choice.lastAt, queuedAt: at });
    });
  }
}
