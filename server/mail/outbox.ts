import type { Db } from "#db/client.ts";
import { forgetMails, giveUpSending, type MailRow, nextMail, updateMail } from "#db/queries/mail.ts";
import type { Log } from "#server/log.ts";
import { digestLetter } from "#server/mail/digest-letter.ts";
import type { Letter, Outcome, Post } from "#server/mail/letter.ts";
import { noticeLetter } from "#server/mail/notice-letter.ts";
import { inTransaction } from "#server/services/decide.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const PATIENCE_MS = 2_000;
const LONGEST_WAIT_MS = 60 * MINUTE_MS;

type OutboxOptions = { db: Db; now: () => number; log: Log; origin: string; post: Post };
export type Outbox = {
  /** Sends what is due, one after the other; a call while another one runs joins it. */
  run(): Promise<void>;
  /** Lets the mail that is on its way arrive, and takes no further one. */
  stop(): Promise<void>;
};

/**
 * Sends the queued mails, each at most once: that it is being sent is on disk before the mail server hears of it, and one
 * whose fate nobody knows, after a crash or a lost answer, is not sent again.
 */
export function createOutbox({ db, now, log, origin, post }: OutboxOptions): Outbox {
  const lost = giveUpSending(db);
  if (lost > 0) log.warn({ mails: lost }, "mails were being sent when the process ended; they are not sent again");
  let running: Promise<void> | null = null;
  let isOver = false;

  async function sendAll(): Promise<void> {
    forgetMails(db, now() - 7 * DAY_MS, ["sent", "unneeded", "failed", "unknown"]);
    for (let next = take(); next && !isOver; next = take()) {
      const outcome = await post.send({ ...next.letter, id: `${next.mail.id}.${next.mail.queuedAt}` });
      keep(next.mail, outcome);
      if (outcome.kind === "later" && outcome.isDown) return;
    }
  }

  /** Writes the next mail that is still wanted, and notes that it is being sent. */
  function take(): { mail: MailRow; letter: Letter } | null {
    return inTransaction(db, (tx) => {
      for (let mail = nextMail(tx, now()); mail; mail = nextMail(tx, now())) {
        const letter = letterOf(tx, mail);
        updateMail(tx, mail.id, { state: letter ? "sending" : "unneeded", attempts: mail.attempts + 1 });
        if (letter) return { mail, letter };
      }
      return null;
    });
  }

  const letterOf = (tx: Db, { notificationId, memberId, since }: MailRow): Letter | null =>
    notificationId === null
      ? digestLetter(tx, origin, { memberId, since: since ?? 0 })
      : noticeLetter(tx, origin, notificationId);

  function keep(mail: MailRow, outcome: Outcome): void {
    if (outcome.kind === "sent") return void updateMail(db, mail.id, { state: "sent", answer: "" });
    const { answer } = outcome;
    log.warn({ mail: mail.id, outcome: outcome.kind, answer }, "a mail was not sent");
    if (outcome.kind === "unknown") return void updateMail(db, mail.id, { state: "unknown", answer });
    const wait = Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** mail.attempts);
    const isTooLate = now() + wait > mail.queuedAt + DAY_MS;
    const state = outcome.kind === "refused" || isTooLate ? "failed" : "waiting";
    updateMail(db, mail.id, { state, answer, nextAt: now() + wait });
  }

  return {
    run: () => {
      if (isOver) return Promise.resolve();
      running ??= sendAll()
        .catch((error: unknown) => log.error({ err: error }, "the outbox stopped; it goes on with the next round"))
        .finally(() => {
          running = null;
        });
      return running;
    },
    stop: async () => {
      isOver = true;
      // A mail server that does not answer holds up no end of the process: that mail counts as of unknown fate then.
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())]);
      post.close();
    },
  };
}
