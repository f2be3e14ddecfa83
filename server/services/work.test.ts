import { afterEach, beforeEach, expect, test } from "vitest";
import { inEnglish } from "#domain/words/english.ts";
import type { Member } from "#server/context.ts";
import type { Work } from "#server/services/work.ts";
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

const work = (member: Member) => desk.services.work.list(member);
/** The lists that hold something. The queue, which is looked up by itself, has to hold what two of them do. */
const lists = (member: Member) => {
  const found = work(member);
  expect(desk.services.work.review(member, null).queue).toEqual([...found.stale, ...found.toReview]);
  return Object.fromEntries(
    Object.entries(found)
      .filter(([, rows]) => rows.length > 0)
      .map(([name, rows]) => [name, rows.map((one) => one.reference)]),
  ) as Partial<Record<keyof Work, string[]>>;
};
const assign = (target = claim, dueAt: number | null = null) =>
  desk.services.claims.assign(ana, target.claimId, {
    ...{ assigneeId: chen.id, reviewerIds: [bo.id], dueAt, version: target.read(ana).version },
    ...once(),
  });
const move = (stage: "inbox" | "researching" | "in_review") =>
  desk.services.claims.move(ana, claim.claimId, { stage, version: claim.read(ana).version, ...once() });
const ask = (reason: string) =>
  desk.services.reviews.requestChanges(bo, claim.claimId, {
    ...{ seenHash: claim.read(bo).contentHash, reason },
    ...once(),
  });

test("[WO1] what nobody asked of me is in no list", () => {
  assign();
  expect(lists(ana)).toEqual({});
});

test("[WO1] a claim that is researched waits for its reviewer and is its analyst's work", () => {
  assign();
  expect(lists(chen)).toEqual({ assigned: ["C-1-1"] });
  expect(lists(bo)).toEqual({ waiting: ["C-1-1"] });
  const [mine] = work(chen).assigned;
  expect(mine).toMatchObject({ caseNumber: 1, caseTitle: "Counts" });
  expect(inEnglish(mine?.why ?? "")).toBe("You work on it.");
});

test("[WO2] in review it is the reviewer's to read, and its analyst waits", () => {
  assign();
  move("in_review");
  expect(lists(bo)).toEqual({ toReview: ["C-1-1"] });
  expect(lists(chen)).toEqual({ waiting: ["C-1-1"] });
});

test("[WO3] sent back, it is on the analyst's list with the reason, until the request is cleared", () => {
  assign();
  move("in_review");
  ask("Name the count.");
  expect(lists(chen)).toEqual({ changesRequested: ["C-1-1"] });
  expect(work(chen).changesRequested[0]?.why).toBe("Name the count.");
  const { id = "" } = claim.read(bo).reviews[0] ?? {};
  desk.services.reviews.clear(bo, id, { reason: "", ...once() });
  expect(lists(chen)).toEqual({ assigned: ["C-1-1"] });
});

test("[WO4] signed, it is done for everybody; changed, it is back on the signer's list as stale", () => {
  assign();
  claim.rate(chen, "true");
  move("in_review");
  claim.sign(bo);
  expect([lists(bo), lists(chen)]).toEqual([{}, {}]);
  claim.rate(chen, "false");
  expect([lists(bo), lists(chen)]).toEqual([{ stale: ["C-1-1"] }, { waiting: ["C-1-1"] }]);
  claim.rate(chen, "true");
  expect([lists(bo), lists(chen)]).toEqual([{}, {}]);
});

test("[WO4] the stale sign-off of somebody who was not asked is on their list too, a withdrawn one on nobody's", () => {
  claim.rate(chen, "true");
  claim.sign(ana);
  claim.rate(chen, "false");
  expect(lists(ana)).toEqual({ stale: ["C-1-1"] });
  const { id = "" } = claim.read(ana).reviews[0] ?? {};
  desk.services.reviews.withdraw(ana, id, once());
  expect(lists(ana)).toEqual({});
});

test("[WO5] a dropped claim waits for nobody, stale or sent back as it may be", () => {
  assign();
  claim.rate(chen, "true");
  claim.sign(ana);
  claim.rate(chen, "false");
  ask("Name the count.");
  expect([lists(ana), lists(chen)]).toEqual([{ stale: ["C-1-1"] }, { changesRequested: ["C-1-1"] }]);
  const drop = { stage: "dropped" as const, dropReason: "out_of_scope" as const, version: claim.read(ana).version };
  desk.services.claims.move(ana, claim.claimId, { ...drop, ...once() });
  expect([lists(ana), lists(bo), lists(chen)]).toEqual([{}, {}, {}]);
});

test("[WO6] what is due first stands first, over all cases; what has no due time comes last, the oldest first", () => {
  assign();
  const dues = [2, null, 1].map((days) => {
    desk.clock.now += 1;
    const other = caseWithClaim(desk, ana);
    assign(other, days && desk.clock.now + days * 86_400_000);
    return other.reference;
  });
  expect(dues).toEqual(["C-2-1", "C-3-1", "C-4-1"]);
  expect(lists(chen)).toEqual({ assigned: ["C-4-1", "C-2-1", "C-1-1", "C-3-1"] });
});

test("[WO2] whoever signed what they were asked to read, and withdrew it, has it to read again", () => {
  assign();
  claim.rate(chen, "true");
  move("in_review");
  claim.sign(bo);
  const { id = "" } = claim.read(bo).reviews[0] ?? {};
  desk.services.reviews.withdraw(bo, id, once());
  expect(lists(bo)).toEqual({ toReview: ["C-1-1"] });
});

test("[WO11] the next claim is the first of the queue that is not open; when nothing else waits there is none", () => {
  assign();
  move("in_review");
  expect(desk.services.work.next(bo, claim.claimId)).toBeNull();
  expect(desk.services.work.next(bo, "another")).toEqual({ caseNumber: 1, number: 1, reference: "C-1-1" });
  const other = caseWithClaim(desk, ana);
  other.rate(chen, "true");
  other.sign(bo);
  other.rate(chen, "false");
  expect(desk.services.work.next(bo, claim.claimId)?.reference).toBe("C-2-1");
  expect(desk.services.work.next(bo, other.claimId)?.reference).toBe("C-1-1");
  expect(desk.services.work.next(chen, "another")).toBeNull();
});

test("[WO10] the queue holds stale sign-offs first, and shows how the card was when it was signed", () => {
  claim.rate(chen, "true");
  claim.sign(bo);
  claim.rate(chen, "false");
  const other = caseWithClaim(desk, ana);
  assign(other);
  const toReview = { stage: "in_review" as const, version: other.read(ana).version };
  desk.services.claims.move(ana, other.claimId, { ...toReview, ...once() });
  const { queue, current } = desk.services.work.review(bo, null);
  expect(queue.map((one) => one.reference)).toEqual(["C-1-1", "C-2-1"]);
  expect([current?.claim.reference, current?.signed?.card.ratingId, current?.isWaiting]).toEqual([
    "C-1-1",
    "true",
    true,
  ]);
  expect(desk.services.work.review(bo, other.claimId).current).toMatchObject({ signed: null, caseNumber: 2 });
});

test("[WO12] a request for changes that is taken back leaves the claim in review, unless somebody decided since", () => {
  const takeBack = (reviewId: string) =>
    desk.services.reviews.clear(bo, reviewId, { reason: "", isTakenBack: true, ...once() });
  const askAgain = () =>
    desk.services.reviews.requestChanges(bo, claim.claimId, { ...claim.seen(bo), reason: "Name it.", ...once() });
  assign();
  move("in_review");
  takeBack(askAgain().reviewId);
  expect([lists(bo), lists(chen)]).toEqual([{ toReview: ["C-1-1"] }, { waiting: ["C-1-1"] }]);
  const { reviewId } = askAgain();
  assign();
  takeBack(reviewId);
  expect(lists(chen)).toEqual({ assigned: ["C-1-1"] });
});

test("[WO13] a text that changed while it was read is not signed", () => {
  claim.rate(chen, "true");
  const { current } = desk.services.work.review(ana, claim.claimId);
  claim.rate(chen, "false");
  const seenHash = current?.claim.contentHash ?? "";
  const refused = refusal(() => desk.services.reviews.signOff(ana, claim.claimId, { seenHash, ...once() }));
  expect(refused).toMatchObject({ kind: "conflict", detail: { card: { ratingId: "false" } } });
});
