import { afterEach, beforeEach, expect, test } from "vitest";
import { caseByNumber } from "#db/queries/cases.ts";
import { nextMail } from "#db/queries/mail.ts";
import { notificationsOf } from "#db/queries/notifications.ts";
import { TAKE_BACK_MS } from "#domain/review.ts";
import type { Member } from "#server/context.ts";
import { inTransaction } from "#server/services/decide.ts";
import { MAIL_AFTER_MS, notify } from "#server/services/notify.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";

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

const told = (member: Member) =>
  notificationsOf(desk.db, member, "open", desk.clock.now, 50).map(({ notification }) => notification);
const reasons = (member: Member) => told(member).map((one) => one.reason);
const assign = (assigneeId: string | null, reviewerIds: string[]) =>
  desk.services.claims.assign(ana, claim.claimId, {
    ...{ assigneeId, reviewerIds, dueAt: null, version: claim.read(ana).version },
    ...once(),
  });
const toReview = (actor: Member) =>
  desk.services.claims.move(actor, claim.claimId, {
    ...{ stage: "in_review", version: claim.read(actor).version },
    ...once(),
  });
const caseId = () => caseByNumber(desk.db, 1)?.id ?? "";
const mention = (memberIds: string[], actor = ana) =>
  inTransaction(desk.db, (tx) =>
    notify(tx, {
      ...{ memberIds, reason: "mentioned", claimId: claim.claimId, caseId: caseId(), actorId: actor.id },
      ...{ at: desk.clock.now, subject: { words: `${actor.name} asks.`, place: "thread-1" } },
    }),
  );
const restrict = (memberIds: string[]) => {
  const { version } = desk.services.cases.open(ana, 1);
  const choices = { title: "Counts", scaleId: "seven-step-1", quorum: 1, restricted: true, memberIds };
  desk.services.cases.configure(ana, 1, { ...choices, version, ...once() });
};

test("[NO1] who gets a claim and who is asked to review it hear it once, and not again with another due time", () => {
  assign(chen.id, [bo.id]);
  assign(chen.id, [bo.id]);
  expect([reasons(chen), reasons(bo), reasons(ana)]).toEqual([["assigned"], ["review_asked"], []]);
  expect(told(bo)[0]).toMatchObject({ count: 1, actorId: ana.id, claimId: claim.claimId });
});

test("[NO1] moved to review, it is the reviewers' turn; who moves it hears nothing of it", () => {
  assign(chen.id, [bo.id]);
  toReview(chen);
  expect(told(bo)).toMatchObject([{ reason: "review_asked", count: 2, actorId: chen.id, subject: { isTurn: true } }]);
  toReviewByReviewer();
  expect(told(bo)[0]?.count).toBe(2);
});

function toReviewByReviewer(): void {
  const back = { stage: "researching" as const, version: claim.read(bo).version, ...once() };
  desk.services.claims.move(bo, claim.claimId, back);
  toReview(bo);
}

test("[NO1] who is asked no more is told no more", () => {
  assign(chen.id, [bo.id]);
  assign(null, []);
  expect([reasons(chen), reasons(bo)]).toEqual([[], []]);
});

test("[NO2] a sign-off that an edit made stale is told to its signer, and over once it is current again or signed anew", () => {
  claim.rate(chen, "true");
  claim.sign(bo);
  claim.rate(chen, "false");
  expect(told(bo)).toMatchObject([{ reason: "went_stale", actorId: chen.id }]);
  claim.rate(chen, "true");
  expect(reasons(bo)).toEqual([]);
  claim.rate(ana, "false");
  expect(told(bo)).toMatchObject([{ actorId: ana.id, count: 1 }]);
  claim.sign(bo);
  expect(reasons(bo)).toEqual([]);
});

test("[NO3] a request for changes reaches the analyst with its reason, until it is cleared", () => {
  assign(chen.id, [bo.id]);
  desk.services.reviews.requestChanges(bo, claim.claimId, { ...claim.seen(bo), reason: "Name the count.", ...once() });
  expect(told(chen)[0]).toMatchObject({ reason: "changes_requested", subject: { words: "Name the count." } });
  desk.services.reviews.clear(bo, claim.read(bo).reviews[0]?.id ?? "", { reason: "", ...once() });
  expect(reasons(chen)).toEqual(["assigned"]);
});

test("[NO3] without an analyst it reaches whoever wrote the card last", () => {
  claim.rate(chen, "true");
  desk.services.reviews.requestChanges(bo, claim.claimId, { ...claim.seen(bo), reason: "Name it.", ...once() });
  expect(reasons(chen)).toEqual(["changes_requested"]);
});

const sendBack = (actor: Member, reason: string) =>
  desk.services.reviews.requestChanges(actor, claim.claimId, { ...claim.seen(actor), reason, ...once() }).reviewId;
const takeBack = (actor: Member, reviewId: string) =>
  desk.services.reviews.clear(actor, reviewId, { reason: "", isTakenBack: true, ...once() });
const done = () => notificationsOf(desk.db, chen, "done", desk.clock.now, 50).length;
const mailsWaiting = () => nextMail(desk.db, desk.clock.now + MAIL_AFTER_MS);

test("[NO18] a request for changes that is taken back within ten seconds is gone from the list, the count and the mails", () => {
  claim.rate(chen, "true");
  const reviewId = sendBack(bo, "Name the count.");
  expect([desk.services.notifications.unread(chen), mailsWaiting()?.memberId]).toEqual([1, chen.id]);
  desk.clock.now += TAKE_BACK_MS - 1;
  takeBack(bo, reviewId);
  expect([desk.services.notifications.unread(chen), reasons(chen), done(), mailsWaiting()]).toEqual([0, [], 0, null]);
});

test("[NO18] taken back later, or read meanwhile, or only cleared, it stays among what is done, and no mail goes out", () => {
  claim.rate(chen, "true");
  const late = sendBack(bo, "Name the count.");
  desk.clock.now += TAKE_BACK_MS;
  takeBack(bo, late);
  expect([desk.services.notifications.unread(chen), reasons(chen), done()]).toEqual([0, [], 1]);
  const read = sendBack(bo, "Name it.");
  desk.services.notifications.seen(chen, claim.claimId);
  takeBack(bo, read);
  expect([reasons(chen), done()]).toEqual([[], 2]);
  const cleared = sendBack(bo, "Name it now.");
  desk.services.reviews.clear(bo, cleared, { reason: "", ...once() });
  expect([reasons(chen), done()]).toEqual([[], 3]);
});

test("[NO18] what another reviewer asked for is still told when one takes theirs back, and nobody takes back another's", () => {
  claim.rate(chen, "true");
  sendBack(ana, "Say who counted.");
  desk.clock.now += 1;
  const reviewId = sendBack(bo, "Name the count.");
  expect(told(chen)).toMatchObject([{ count: 2, actorId: bo.id }]);
  expect(refusal(() => takeBack(desk.member("Dan", "analyst"), reviewId)).kind).toBe("forbidden");
  takeBack(bo, reviewId);
  expect(told(chen)).toMatchObject([{ count: 1, actorId: ana.id, subject: { words: "Say who counted." } }]);
});

test("[NO4] a change after the release is told to who released it, not to who made it or hears of their sign-off", async () => {
  claim.rate(chen, "true");
  claim.sign(bo);
  const expected = [{ claimId: claim.claimId, contentHash: claim.read(ana).contentHash }];
  await desk.services.releases.make(ana, 1, { expected, ...once() });
  claim.rate(chen, "false");
  expect([reasons(ana), reasons(bo), reasons(chen)]).toEqual([["changed_after_release"], ["went_stale"], []]);
  claim.rate(chen, "true");
  expect([reasons(ana), reasons(bo)]).toEqual([[], []]);
});

test("[NO5] the same again while unread is one row with its number, the last actor and the last words", () => {
  mention([chen.id]);
  desk.clock.now += 60_000;
  mention([chen.id, chen.id], bo);
  expect(told(chen)).toMatchObject([
    { count: 2, actorId: bo.id, at: desk.clock.now, subject: { words: "Bo asks.", place: "thread-1" } },
  ]);
});

test("[NO6] nobody outside of a restricted case is told of it, and who lost access finds nothing of it", () => {
  mention([chen.id]);
  expect(reasons(chen)).toEqual(["mentioned"]);
  restrict([ana.id, bo.id]);
  mention([chen.id, bo.id]);
  expect([reasons(chen), reasons(bo)]).toEqual([[], ["mentioned"]]);
  const unread = (member: Member) => desk.services.notifications.unread(member);
  expect([chen, bo, { ...chen, role: "admin" as const }].map(unread)).toEqual([0, 1, 1]);
  restrict([ana.id, bo.id, chen.id]);
  expect(told(chen)[0]?.count).toBe(1);
  expect(unread(chen)).toBe(1);
});

test("[NO6] a closed account is told nothing", () => {
  desk.services.members.deactivate(desk.member("Dalia", "admin"), chen.id, once());
  mention([chen.id]);
  expect(told(chen)).toEqual([]);
});

test("long words are cut at a whole character", () => {
  inTransaction(desk.db, (tx) =>
    notify(tx, {
      ...{ memberIds: [chen.id], reason: "replied", claimId: claim.claimId, caseId: caseId(), actorId: ana.id },
      ...{ at: 1, subject: { words: "🚢".repeat(400) } },
    }),
  );
  expect(told(chen)[0]?.subject.words).toBe(`${"🚢".repeat(280)}…`);
});

test("[NO17] a comment tells whom it names that they were mentioned, and the others in its thread of a reply, each once", () => {
  const { discussion } = desk.services;
  const { threadId } = discussion.start(bo, claim.claimId, {
    about: { kind: "claim" },
    text: "Who counted?",
    ...once(),
  });
  discussion.reply(chen, threadId, { text: "Nobody yet.", ...once() });
  expect(reasons(bo)).toEqual(["replied"]);
  discussion.reply(ana, threadId, { text: "@Bo did, I think.", ...once() });
  expect(reasons(bo).sort()).toEqual(["mentioned", "replied"]);
  expect(told(bo).find((one) => one.reason === "mentioned")?.subject).toMatchObject({ words: "@Bo did, I think." });
  expect(reasons(chen)).toEqual(["replied"]);
  expect(reasons(ana)).toEqual([]);
});
