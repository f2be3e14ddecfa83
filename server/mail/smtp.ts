import { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import type { Outcome, Post, Posted } from "#server/mail/letter.ts";
import { settingsAddress } from "#server/mail/letter-foot.ts";

type SmtpOptions = { url: string; from: string; origin: string };
type SmtpError = Error & { responseCode?: number; command?: string };

const PATIENCE_MS = 20_000;

/** Hands mails to the desk's mail server: plain text, one recipient each, nothing in a header that its line could break. */
export function smtpPost({ url, from, origin }: SmtpOptions): Post {
  const timeouts = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
  const transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  return {
    async send(letter) {
      const message = new MailComposer(mailOf(letter, { from, origin })).compile();
      const { raw, isRead } = watched(await message.build());
      try {
        const envelope = { from: addressIn(from), to: [letter.to.address] };
        await transport.sendMail({ envelope, raw });
        return { kind: "sent" };
      } catch (error) {
        return outcomeOf(error as SmtpError, isRead());
      }
    },
    close: () => transport.close(),
  };
}

const mailOf = ({ to, subject, text, id }: Posted, { from, origin }: Omit<SmtpOptions, "url">) => ({
  ...{ from, to, subject, text },
  messageId: `<${id}@${new URL(origin).hostname}>`,
  // No out-of-office answers, and the switch that mail programs show beside the sender.
  headers: { "Auto-Submitted": "auto-generated", "List-Unsubscribe": `<${settingsAddress(origin)}>` },
});

const addressIn = (from: string) => /<([^<>]+)>$/.exec(from)?.[1] ?? from;

/** The message as a stream that knows whether all of it was taken for sending. */
function watched(message: Buffer): { raw: Readable; isRead: () => boolean } {
  let isRead = false;
  const pieces = function* () {
    yield message;
    isRead = true;
  };
  return { raw: Readable.from(pieces(), { objectMode: false }), isRead: () => isRead };
}

/** A server that answered has said what it did. Without an answer, only a message that was not sent whole is surely not taken. */
function outcomeOf({ message, responseCode, command }: SmtpError, isRead: boolean): Outcome {
  if (responseCode !== undefined && responseCode >= 500 && !isOfTheDesk(command))
    return { kind: "refused", answer: message };
  if (responseCode === undefined && isRead) return { kind: "unknown", answer: message };
  return { kind: "later", answer: message, isDown: responseCode === undefined || isOfTheDesk(command) };
}

/** Refused before any recipient was named, such as a wrong password: that is mended in the settings, and the mails wait. */
const isOfTheDesk = (command = "") => /^(CONN|EHLO|HELO|STARTTLS|AUTH)/.test(command);
