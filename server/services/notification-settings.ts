import { digestChoiceOf, setDigestChoice } from "#db/queries/mail.ts";
import { setWay } from "#db/queries/notifications.ts";
import { NOTICE_REASONS, type NoticeReason, type NoticeWay } from "#domain/notices.ts";
import { timeZoneNamed } from "#domain/time-zone.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import { inTransaction } from "#server/services/decide.ts";
import { wayOf } from "#server/services/notify.ts";
import { dayAndHour } from "#server/services/zoned-time.ts";

export type NotificationSettings = {
  ways: Record<NoticeReason, NoticeWay>;
  /** Hour of the daily digest by mail, in `timeZone`; null for none. */
  digestHour: number | null;
  timeZone: string;
  /** Where mails go. */
  email: string;
  /** False when whoever runs the desk has set no mail server. */
  sendsMail: boolean;
};
export type ChosenSettings = Pick<NotificationSettings, "ways" | "digestHour" | "timeZone">;

/** For which reasons, and in which way, a member wants to be told. */
export function notificationSettingsService({ db, now }: Context, { sendsMail }: { sendsMail: boolean }) {
  return {
    read(actor: Member): NotificationSettings {
      const ways = Object.fromEntries(NOTICE_REASONS.map((reason) => [reason, wayOf(db, actor.id, reason)]));
      const { hour = null, timeZone = "UTC" } = digestChoiceOf(db, actor.id) ?? {};
      return {
        ways: ways as NotificationSettings["ways"],
        ...{ digestHour: hour, timeZone, email: actor.email, sendsMail },
      };
    },

    choose(actor: Member, { ways, digestHour, timeZone }: ChosenSettings): void {
      if (!timeZoneNamed(timeZone)) throw refusal("bad_input", "ways", "unknown_zone");
      inTransaction(db, (tx) => {
        for (const reason of NOTICE_REASONS) setWay(tx, actor.id, reason, ways[reason]);
        // Today's hour has passed: the first one comes tomorrow.
        const { day, hour } = dayAndHour(now(), timeZone);
        const isPast = digestHour !== null && hour >= digestHour;
        const was = digestChoiceOf(tx, actor.id);
        const isSame = was?.hour === digestHour && was.timeZone === timeZone;
        setDigestChoice(tx, actor.id, {
          ...{ hour: digestHour, timeZone },
          ...(!isSame && { lastDay: isPast ? day : (was?.lastDay ?? "") }),
        });
      });
    },
  };
}
