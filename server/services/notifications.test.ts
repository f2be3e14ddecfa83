import { afterEach, beforeEach, expect, test } from "vitest";
import { caseByNumber } from "#db/queries/cases.ts";
import { NOTICE_REASONS, type NoticeReason, type NoticeWay } from "#domain/notices.ts";
import { inEnglish } from "#domain/words/english.ts";
import type { Member } from "#server/context.ts";
import { inTransaction } from "#server/services/decide.ts";
import { tellDueSoon } from "#server/services/due-soon.ts";
import { notify } from "#server/services/notify.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";
import { summaryOf } from "#server/testing/said.ts";

const HOUR = 60 * 60_000;
let desk: TestDesk;
let ana: Member;
let bo: Member;
let chen: Member;
let claim: ReturnType<typeof caseWithClaim>;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  bo = desk.member("Bo", "editor");
  chen = desk.member("Chen", "analyst");
  claim = caseWithClaim(desk, ana);
});

afterEach(() => desk.close());

const list = (member: Member, which?: "open" | "snoozed" | "done") =>
  desk.services.notifications.list(member, which).flatMap((group) => group.rows);
const tell = (memberIds: string[], reason: NoticeReason = "mentioned", of = claim) =>
  inTransaction(desk.db, (tx) =>
    notify(tx, {
      ...{ memberIds, reason, claimId: of.claimId, caseId: caseByNumber(desk.db, of.caseNumber)?.id ?? "" },
      ...{ actorId: ana.id, at: desk.clock.now },
    }),
  );
const assign = (dueAt: number) =>
  desk.services.claims.assign(ana, claim.claimId, {
    ...{ assigneeId: chen.id, reviewerIds: [bo.id], dueAt, version: claim.read(ana).version },
    ...once(),
  });
const dueSoon = (member: Member) => list(member).filter((one) => one.reason === "due_soon").length;
const clockStrikes = () =>
  tellDueSoon({ db: desk.db, now: () => desk.clock.now, live: { publish: () => {} } as never });

test("[NO8] the list stands by case, what is unread first, and each row says who, what and where it leads", () => {
  tell([chen.id]);
  const other = caseWithClaim(desk, ana);
  desk.clock.now += 1;
  tell([chen.id], "replied", other);
  desk.services.notifications.seen(chen, other.claimId);
  const groups = desk.services.notifications.list(chen);
  expect(groups.map((one) => [one.caseNumber, one.rows[0]?.isUnread])).toEqual([
    [1, true],
    [2, false],
  ]);
  expect(groups[0]?.rows[0]).toMatchObject({ reference: "C-1-1", to: "/cases/1/claims/1", count: 1 });
  expect(inEnglish(groups[0]?.rows[0]?.sentence ?? "")).toBe("Ana mentioned you.");
  expect(desk.services.notifications.unread(chen)).toBe(1);
});

test("[NO8] done is out of the list and can be taken back; nobody touches what is another's", () => {
  tell([chen.id]);
  const id = list(chen)[0]?.id ?? 0;
  desk.services.notifications.setDone(bo, [id], true);
  expect(refusal(() => desk.services.notifications.setUnread(bo, id, false)).kind).toBe("not_found");
  expect(refusal(() => desk.services.notifications.snooze(bo, id, desk.clock.now + 1)).kind).toBe("not_found");
  expect(list(chen)).toHaveLength(1);
  desk.services.notifications.setDone(chen, [id], true);
  expect([list(chen), list(chen, "done").length, desk.services.notifications.unread(chen)]).toEqual([[], 1, 0]);
  desk.services.notifications.setDone(chen, [id], false);
  expect(list(chen)[0]?.isUnread).toBe(false);
});

test("[NO8] what is put away comes back as unread at its time, or at once when the same happens again", () => {
  tell([chen.id]);
  const id = list(chen)[0]?.id ?? 0;
  desk.services.notifications.setUnread(chen, id, false);
  const until = desk.clock.now + HOUR;
  desk.services.notifications.snooze(chen, id, until);
  expect([list(chen).length, list(chen, "snoozed")[0]?.snoozedUntil]).toEqual([0, until]);
  desk.clock.now = until;
  expect(list(chen)).toMatchObject([{ isUnread: true, count: 1 }]);
  desk.services.notifications.snooze(chen, id, until + HOUR);
  tell([chen.id]);
  expect(list(chen)).toMatchObject([{ isUnread: true, count: 2 }]);
  for (const wrong of [desk.clock.now - 1, desk.clock.now + 32 * 24 * HOUR])
    expect(refusal(() => desk.services.notifications.snooze(chen, id, wrong)).kind).toBe("bad_input");
});

test("[NO8] one that is marked as unread again stays read while the same stands there unread anew", () => {
  tell([chen.id]);
  const id = list(chen)[0]?.id ?? 0;
  desk.services.notifications.setUnread(chen, id, false);
  desk.clock.now += 1;
  tell([chen.id]);
  desk.services.notifications.setUnread(chen, id, true);
  expect(list(chen).map((one) => one.isUnread)).toEqual([true, false]);
});

test("[NO6] a muted case tells nothing more until it is heard of again", () => {
  desk.services.notifications.setMuted(chen, 1, true);
  tell([chen.id]);
  expect([list(chen), desk.services.notifications.muted(chen)]).toEqual([[], [{ number: 1, title: "Counts" }]]);
  desk.services.notifications.setMuted(chen, 1, false);
  tell([chen.id]);
  expect(list(chen)).toHaveLength(1);
});

test("[NO7] a reason that is switched off is told no more, the others are", () => {
  const ways = Object.fromEntries(NOTICE_REASONS.map((one) => [one, "screen"])) as Record<NoticeReason, NoticeWay>;
  const { notificationSettings } = desk.services;
  const choices = { ways: { ...ways, mentioned: "off" as const }, digestHour: 8, timeZone: "Europe/Berlin" };
  notificationSettings.choose(chen, choices);
  tell([chen.id]);
  tell([chen.id], "replied");
  expect(list(chen).map((one) => one.reason)).toEqual(["replied"]);
  expect(notificationSettings.read(chen)).toMatchObject(choices);
  expect(refusal(() => notificationSettings.choose(chen, { ...choices, timeZone: "Moon/Base" })).kind).toBe(
    "bad_input",
  );
});

test("[NO9] whose turn it is hears two hours before, once for each due time", () => {
  const dueAt = desk.clock.now + 5 * HOUR;
  assign(dueAt);
  clockStrikes();
  expect(dueSoon(chen)).toBe(0);
  desk.clock.now = dueAt - 2 * HOUR;
  for (const _again of [1, 2]) clockStrikes();
  expect([dueSoon(chen), dueSoon(bo), list(chen)[0]?.count]).toEqual([1, 0, 1]);
  desk.services.notifications.setDone(
    chen,
    list(chen).map((one) => one.id),
    true,
  );
  clockStrikes();
  expect(dueSoon(chen)).toBe(0);
  assign(dueAt + HOUR);
  desk.clock.now += HOUR;
  clockStrikes();
  expect(dueSoon(chen)).toBe(1);
});

test("[NO9] in review it is the reviewers who hear, and a signed claim is due no more", () => {
  claim.rate(chen, "true");
  assign(desk.clock.now + HOUR);
  const move = { stage: "in_review" as const, version: claim.read(chen).version, ...once() };
  desk.services.claims.move(chen, claim.claimId, move);
  clockStrikes();
  expect([dueSoon(chen), dueSoon(bo)]).toEqual([0, 1]);
  claim.sign(bo);
  assign(desk.clock.now + HOUR + 1);
  clockStrikes();
  expect(dueSoon(chen)).toBe(0);
});

test("[NO10] the digest tells what others did since the case was last opened, claim by claim, until it is seen", () => {
  desk.services.cases.open(chen, 1);
  desk.clock.now += HOUR;
  assign(desk.clock.now + HOUR);
  claim.rate(bo, "true");
  claim.sign(ana);
  const read = () => desk.services.digest.read(chen);
  expect(read().cases).toMatchObject([
    { caseNumber: 1, parts: [{ claim: { reference: "C-1-1" }, lines: [{ actor: { name: "Ana" } }, {}] }] },
  ]);
  expect(summaryOf(read().cases[0]?.parts[0]?.lines[0]?.says ?? { id: "claim_created" })).toContain("gave it to Chen");
  desk.services.digest.setSeen(chen, read().at);
  expect(read().cases).toEqual([]);
  expect(desk.services.digest.read(bo).cases.map((one) => one.since)).toEqual([0]);
  desk.services.notifications.setMuted(bo, 1, true);
  expect(desk.services.digest.read(bo).cases).toEqual([]);
});

test("[NO6] the digest tells nothing of a case that is not open any more", () => {
  assign(desk.clock.now + HOUR);
  expect(desk.services.digest.read(chen).cases).toHaveLength(1);
  const { version } = desk.services.cases.open(ana, 1);
  const choices = { title: "Counts", scaleId: "seven-step-1", quorum: 1, restricted: true, memberIds: [ana.id] };
  desk.services.cases.configure(ana, 1, { ...choices, version, ...once() });
  expect(desk.services.digest.read(chen).cases).toEqual([]);
});
