import { forgetMails } from "#db/queries/mail.ts";
import type { Context } from "#server/context.ts";
import type { Settings } from "#server/env.ts";
import type { Log } from "#server/log.ts";
import { createOutbox } from "#server/mail/outbox.ts";
import { smtpPost } from "#server/mail/smtp.ts";
import { dailyCheckpoint } from "#server/proof/checkpoints.ts";
import { tellDueSoon } from "#server/services/due-soon.ts";
import { queueDigests } from "#server/services/queue-digests.ts";
import { createCourier } from "#server/webhooks/courier.ts";

const EVERY_MS = 60_000;
const TELL_EVERY_MS = 5_000;

/**
 * What has to be done though nobody asks for it: due times, the day's checkpoint, daily digests and mails once a minute,
 * webhooks sooner. Returns the end of it.
 */
export function startRounds(context: Context, settings: Settings, log: Log): () => Promise<void> {
  const { db, now, newId, origin } = context;
  const { ASSAY_SMTP_URL: url, ASSAY_MAIL_FROM: from } = settings;
  const outbox = url && from ? createOutbox({ db, now, log, origin, post: smtpPost({ url, from, origin }) }) : null;
  const sending = { allowPrivate: settings.ASSAY_PRIVATE_WEBHOOKS };
  const courier = createCourier({ db, now, newId, log, origin, sending });
  const round = () => {
    attempt(() => tellDueSoon(context), log);
    attempt(() => dailyCheckpoint(context), log);
    if (!outbox) return attempt(() => void forgetMails(db, now(), ["waiting"]), log);
    attempt(() => queueDigests(context), log);
    void outbox.run();
  };
  round();
  const timer = setInterval(round, EVERY_MS).unref();
  const telling = setInterval(() => void courier.run(), TELL_EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    clearInterval(telling);
    await Promise.all([outbox?.stop(), courier.stop()]);
  };
}

/** A disk that refuses today takes it tomorrow: each of these does what it missed at the next round. */
function attempt(run: () => void, log: Log): void {
  try {
    run();
  } catch (error) {
    log.error({ err: error }, "a round could not be done; the next one makes up for it");
  }
}
