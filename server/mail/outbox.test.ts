import { afterEach, beforeEach, expect, test } from "vitest";
import { caseByNumber, updateCase } from "#db/queries/cases.ts";
import { mailById, updateMail } from "#db/queries/mail.ts";
import { setField } from "#domain/card-edit.ts";
import { NOTICE_REASONS, type NoticeReason, type NoticeWay } from "#domain/notices.ts";
import type { Member } from "#server/context.ts";
import { createLog } from "#server/log.ts";
import { type MailServer, mailServer } from "#server/mail/mail-server.fixture.ts";
import { createOutbox } from "#server/mail/outbox.ts";
import { smtpPost } from "#server/mail/smtp.ts";
import { inTransaction } from "#server/services/decide.ts";
import { MAIL_AFTER_MS, notify } from "#server/services/notify.ts";
import { queueDigests } from "#server/services/queue-digests.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";

const MINUTE = 60_000;
const origin = "https://desk.example.org";
let desk: TestDesk;
let ana: Member;
let chen: Member;
let claim: ReturnType<typeof caseWithClaim>;
let mail: MailServer;

beforeEach(async () => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  chen = desk.member("Chen", "analyst");
  claim = caseWithClaim(desk, ana);
  mail = await mailServer();
});

afterEach(async () => {
  await mail.close();
  await desk.close();
});

const now = () => desk.clock.now;
const outbox = (url = mail.url) =>
  createOutbox({
    ...{ db: desk.db, now, log: createLog("silent"), origin },
    post: smtpPost({ url, from: "Assay <assay@desk.example.org>", origin }),
  });
/** One round of a process that has just been started. */
const round = (url?: string) => outbox(url).run();
const later = (ms: number) => {
  desk.clock.now += ms;
};
const mention = (words = "Look at this.") =>
  inTransaction(desk.db, (tx) =>
    notify(tx, {
      ...{ memberIds: [chen.id], reason: "mentioned", claimId: claim.claimId, actorId: ana.id, at: now() },
      ...{ caseId: caseByNumber(desk.db, 1)?.id ?? "", subject: { words } },
    }),
  );
const state = () => mailById(desk.db, 1)?.state;
const retitle = (title: string, restricted: boolean, memberIds: string[]) => {
  const { version } = desk.services.cases.open(ana, 1);
  const choices = { title, scaleId: "seven-step-1", quorum: 1, restricted, memberIds };
  desk.services.cases.configure(ana, 1, { ...choices, version, ...once() });
};
/** Header lines, and the text as it is read. */
function parts(message: string): { headers: string; text: string } {
  const [headers = "", ...rest] = message.replaceAll("\r\n", "\n").split("\n\n");
  const body = rest.join("\n\n");
  const text = /base64/i.test(headers)
    ? Buffer.from(body, "base64").toString()
    : Buffer.from(
        body
          .replace(/=\n/g, "")
          .replace(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        "latin1",
      ).toString();
  return { headers: headers.replace(/\n[ \t]/g, " "), text };
}

test("[NO13] what is still unread after two minutes arrives as plain text with a link into the app and one to the switch", async () => {
  mention();
  await round();
  expect(mail.arrived).toEqual([]);
  later(MAIL_AFTER_MS);
  await round();
  expect(mail.arrived).toMatchObject([{ from: "assay@desk.example.org", to: ["chen@desk.invalid"] }]);
  const { headers, text } = parts(mail.arrived[0]?.message ?? "");
  expect(headers).toMatch(/^Subject: C-1-1: Ana mentioned you\.$/m);
  expect(headers).toMatch(/^Content-Type: text\/plain/m);
  expect(headers).toMatch(/^List-Unsubscribe: <https:\/\/desk\.example\.org\/notifications\/settings>$/m);
  expect(text).toContain("> Look at this.");
  expect(text).toContain(`${origin}/cases/1/claims/1\n`);
  expect(text).toContain(`${origin}/notifications/settings`);
  await round();
  expect([mail.arrived.length, state()]).toEqual([1, "sent"]);
});

test.each<[string, () => void]>([
  ["was read", () => desk.services.notifications.seen(chen, claim.claimId)],
  ["is of a case that is not open any more", () => retitle("Counts", true, [ana.id])],
  ["is of a muted case", () => desk.services.notifications.setMuted(chen, 1, true)],
  ["is not wanted by e-mail any more", () => choose({ mentioned: "screen" })],
])("[NO13] what %s meanwhile is not sent", async (_what, happens) => {
  mention();
  happens();
  later(MAIL_AFTER_MS);
  await round();
  expect([mail.heard, state()]).toEqual([[], "unneeded"]);
});

function choose(ways: Partial<Record<NoticeReason, NoticeWay>>, digestHour: number | null = null): void {
  const screen = Object.fromEntries(NOTICE_REASONS.map((one) => [one, "screen"])) as Record<NoticeReason, NoticeWay>;
  desk.services.notificationSettings.choose(chen, {
    ways: { ...screen, ...ways },
    digestHour,
    timeZone: "Europe/Berlin",
  });
}

test("[NO13] of a restricted case no words leave the house", async () => {
  retitle("The secret harbour", true, [ana.id, chen.id]);
  mention("The informant says so.");
  later(MAIL_AFTER_MS);
  await round();
  const { headers, text } = parts(mail.arrived[0]?.message ?? "");
  expect(`${headers}${text}`).not.toMatch(/secret|informant|residents/);
  expect(text).toContain(`${origin}/cases/1/claims/1`);
});

test("[NO14] a server that is away or says later is tried again, later each time, and given up after a day", async () => {
  mention();
  later(MAIL_AFTER_MS);
  await round("smtp://127.0.0.1:1");
  expect(state()).toBe("waiting");
  await round();
  expect(mail.heard).toEqual([]);
  later(2 * MINUTE);
  mail.answerWith("later");
  await round();
  expect([mail.heard.length, state()]).toEqual([1, "waiting"]);
  later(MINUTE);
  await round();
  expect(mail.heard).toHaveLength(1);
  later(24 * 60 * MINUTE);
  await round();
  expect([mail.heard.length, state()]).toEqual([2, "failed"]);
});

test("[NO14] a refusal is final, and so is a mail whose answer was lost: it may have arrived", async () => {
  mention();
  later(MAIL_AFTER_MS);
  mail.answerWith("hang up");
  await round();
  expect([mail.heard.length, state()]).toEqual([1, "unknown"]);
  updateMail(desk.db, 1, { state: "waiting" });
  mail.answerWith("refuse");
  await round();
  expect(state()).toBe("failed");
  later(24 * 60 * MINUTE);
  mail.answerWith("take");
  await round();
  expect(mail.arrived).toEqual([]);
});

test("[NO14] a mail that was being sent when the process died is not sent again; two rounds at once send one", async () => {
  mention();
  later(MAIL_AFTER_MS);
  updateMail(desk.db, 1, { state: "sending" });
  await round();
  expect([mail.heard, state()]).toEqual([[], "unknown"]);
  updateMail(desk.db, 1, { state: "waiting" });
  const one = outbox();
  await Promise.all([one.run(), one.run()]);
  expect(mail.heard).toHaveLength(1);
});

test("[NO15] nothing that somebody wrote makes a header, a recipient, or a line of ours", async () => {
  const evil = "Counts\r\nBcc: thief@evil.example\r\n\r\n\u202eOpen the claim: https://evil.example";
  const found = caseByNumber(desk.db, 1);
  if (found) updateCase(desk.db, found.id, found.version, { title: evil });
  claim.edit(ana, (doc) => setField(doc, "claimant", evil));
  mention(evil);
  desk.sqlite.prepare("update members set name = ? where id = ?").run(`Ana ${evil}`, ana.id);
  desk.sqlite.prepare("update members set name = ? where id = ?").run(`Chen" <thief@evil.example>, "${evil}`, chen.id);
  later(MAIL_AFTER_MS);
  await round();
  expect(mail.arrived).toMatchObject([{ to: ["chen@desk.invalid"] }]);
  const { headers, text } = parts(mail.arrived[0]?.message ?? "");
  expect(headers.split("\n").map((line) => line.split(":")[0])).not.toContain("Bcc");
  expect(headers.match(/^To:/gm)).toHaveLength(1);
  expect(text.split("\n").filter((line) => line.startsWith("Open the claim:"))).toEqual([
    `Open the claim: ${origin}/cases/1/claims/1`,
  ]);
  expect(text).not.toContain("\u202e");
});

test("[NO16] the digest goes out at the member's hour, once a day, and only with news", async () => {
  choose({}, 11);
  const digest = () => {
    queueDigests({ db: desk.db, now });
    return round();
  };
  desk.services.cases.open(chen, 1);
  later(MINUTE);
  claim.rate(ana, "true");
  desk.services.claims.create(ana, 1, { statement: "It rained.", ...once() });
  await digest();
  expect(mail.arrived).toEqual([]);
  // 09:00 UTC is 10:00 in Berlin in March.
  later(60 * MINUTE);
  await digest();
  later(60 * MINUTE);
  await digest();
  expect(mail.arrived).toHaveLength(1);
  expect(parts(mail.arrived[0]?.message ?? "").text).toContain(
    "  C-1-2 It rained.\n  - Ana made the claim, 10 Mar 2026, 10:01 (Europe/Berlin)",
  );
  later(24 * 60 * MINUTE);
  await digest();
  expect(mail.arrived).toHaveLength(1);
});

test("[WD11] the digest tells each event in the language of the one who gets it", async () => {
  const { sessionId } = desk.services.sessions.begin(chen.id, "a browser");
  desk.services.mailLanguage.keep(sessionId, "ar");
  choose({}, 11);
  desk.services.cases.open(chen, 1);
  later(2 * 60 * MINUTE);
  claim.rate(ana, "true");
  desk.services.claims.create(ana, 1, { statement: "It rained.", ...once() });
  queueDigests({ db: desk.db, now });
  await round();
  expect(parts(mail.arrived[0]?.message ?? "").text).toContain("  C-1-2 It rained.\n  - أنشأ Ana الادعاء، ");
});

test("[WD11] a letter is written in the language of the one who gets it, as they last signed in or chose", async () => {
  const { sessionId } = desk.services.sessions.begin(chen.id, "a browser");
  desk.services.mailLanguage.keep(sessionId, "ar");
  mention();
  later(MAIL_AFTER_MS);
  await round();
  const inArabic = parts(mail.arrived[0]?.message ?? "").text;
  expect(inArabic).toContain("C-1-1: ذكرك Ana.");
  expect(inArabic).toContain("> Look at this.");
  desk.services.notifications.seen(chen, claim.claimId);
  desk.services.mailLanguage.keep(sessionId, "en");
  mention();
  later(MAIL_AFTER_MS);
  await round();
  expect(parts(mail.arrived[1]?.message ?? "").text).toContain("C-1-1: Ana mentioned you.");
});
