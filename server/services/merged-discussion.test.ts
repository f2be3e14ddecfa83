import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Member } from "#server/context.ts";
import { caseWithClaim, once, placeOf, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";
import { summaryOf } from "#server/testing/said.ts";

let desk: TestDesk;
let ana: Member;
let chen: Member;
let vera: Member;
let stays: ReturnType<typeof caseWithClaim>;
let merged: ReturnType<typeof fromWords>;

const fromWords = (words: string) =>
  desk.services.claims.createFromWords(chen, stays.caseNumber, {
    ...{ documentId: stays.documentId, versionNumber: 1, ...placeOf(words) },
    ...once(),
  });
const merge = (from: number, into: number) => {
  const { preview } = desk.services.merges.look(ana, stays.caseNumber, from, into);
  const seen = { plan: preview?.plan ?? "", version: preview?.version ?? 0 };
  desk.services.merges.merge(ana, stays.caseNumber, from, { into, ...seen, ...once() });
};
const say = (who: Member, claimId: string, text: string) =>
  desk.services.discussion.start(who, claimId, { about: { kind: "claim" }, text, ...once() });
const threads = (number: number, who = vera) =>
  desk.services.discussion
    .read(who, stays.caseNumber, number)
    .threads.map(({ from, comments }) => [from?.reference ?? "", comments.map((one) => one.text).join(" / ")]);
const moveBack = (claimId: string, number: number) => {
  const { version } = desk.services.claims.read(ana, stays.caseNumber, number);
  desk.services.claims.move(ana, claimId, { stage: "inbox", version, ...once() });
};
const notices = (who: Member) => desk.services.notifications.list(who).flatMap((group) => group.rows);

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  chen = desk.member("Chen", "analyst");
  vera = desk.member("Vera", "viewer");
  stays = caseWithClaim(desk, ana);
  merged = fromWords("240 residents were moved");
});

afterEach(() => desk.close());

describe("what was said about a merged claim", () => {
  test("[DI22] is shown with the one that stays, once, also after a second merge, and goes back with the claim", () => {
    say(vera, merged.claimId, "Who counted?");
    say(ana, stays.claimId, "Which day?");
    merge(merged.number, stays.number);
    expect(threads(stays.number)).toEqual([
      ["", "Which day?"],
      ["C-1-2", "Who counted?"],
    ]);
    const third = fromWords("up to 1,100 were moved");
    merge(stays.number, third.number);
    expect(threads(third.number)).toEqual([
      ["C-1-1", "Which day?"],
      ["C-1-2", "Who counted?"],
    ]);
    moveBack(merged.claimId, merged.number);
    expect(threads(third.number)).toEqual([["C-1-1", "Which day?"]]);
    expect(threads(merged.number)).toEqual([["", "Who counted?"]]);
  });

  test("[DI22] is answered and resolved there by whoever may comment, and stays where it was written", () => {
    const { threadId } = say(vera, merged.claimId, "Who counted?");
    merge(merged.number, stays.number);
    desk.services.discussion.reply(chen, threadId, { text: "The board.", ...once() });
    desk.services.discussion.resolve(vera, threadId, once());
    expect(threads(stays.number)).toEqual([["C-1-2", "Who counted? / The board."]]);
    expect(threads(merged.number)).toEqual([["", "Who counted? / The board."]]);
    const bo = desk.member("Bo", "analyst");
    const { version } = desk.services.cases.open(ana, stays.caseNumber);
    const choices = { title: "Counts", scaleId: null, quorum: 1, restricted: true, memberIds: [chen.id] };
    desk.services.cases.configure(ana, stays.caseNumber, { ...choices, version, ...once() });
    expect(refusal(() => threads(stays.number, bo)).kind).toBe("not_found");
    expect(refusal(() => desk.services.discussion.reopen(bo, threadId, once())).kind).toBe("not_found");
  });

  test("[DI22] rings with a link to the one that stays, and is read by opening that", () => {
    const { threadId } = say(vera, merged.claimId, "Who counted?");
    merge(merged.number, stays.number);
    const { commentId } = desk.services.discussion.reply(chen, threadId, { text: "The board.", ...once() });
    expect(notices(vera)).toMatchObject([{ to: `/cases/1/claims/1?merged=2#comment-${commentId}`, isUnread: true }]);
    desk.services.notifications.seen(vera, stays.claimId);
    expect(notices(vera)).toMatchObject([{ isUnread: false }]);
    moveBack(merged.claimId, merged.number);
    expect(notices(vera)).toMatchObject([{ to: `/cases/1/claims/2#comment-${commentId}` }]);
  });

  test("[DI22] is new since the visit to its own claim, and a look at the one that stays is one at both", () => {
    say(ana, merged.claimId, "Who counted?");
    merge(merged.number, stays.number);
    const visit = () => desk.services.discussion.read(vera, stays.caseNumber, stays.number).threads[0]?.from?.lastVisit;
    expect(visit()).toBeNull();
    desk.services.discussion.look(vera, stays.caseNumber, stays.number);
    expect(visit()).toBe(desk.clock.now);
  });
});

describe("the conflict set of a merged claim", () => {
  const join = (claimId: string, name: string) =>
    desk.services.conflictSets.join(chen, claimId, { name, seen: null, ...once() });
  const setOf = (number: number) => desk.services.conflictSets.around(vera, stays.caseNumber, number).set?.name ?? null;
  const preview = () => desk.services.merges.look(ana, stays.caseNumber, merged.number, stays.number).preview;

  test("[CL29] passes to the one that stays, which is shown before and told on both records", () => {
    join(merged.claimId, "How many");
    expect(preview()?.takenOver.set).toMatchObject({ name: "How many" });
    merge(merged.number, stays.number);
    expect([setOf(stays.number), setOf(merged.number)]).toEqual(["How many", null]);
    const said = (number: number) =>
      desk.services.history
        .claim(ana, stays.caseNumber, number)
        .flatMap((one) => ("says" in one ? [summaryOf(one.says)] : []));
    expect(said(stays.number)).toContain("put it into the conflict set “How many”");
    expect(said(merged.number)).toContain("took it out of the conflict set “How many”");
  });

  test("[CL29] leaves the one that stays in the set that it is in", () => {
    join(merged.claimId, "How many");
    join(stays.claimId, "Which day");
    expect(preview()?.takenOver.set).toBeNull();
    merge(merged.number, stays.number);
    expect([setOf(stays.number), setOf(merged.number)]).toEqual(["Which day", "How many"]);
  });

  test("[CL29] [CL25] a set that somebody chose after the page was read is not passed unseen", () => {
    const seen = preview();
    join(merged.claimId, "How many");
    const late = () =>
      desk.services.merges.merge(ana, stays.caseNumber, merged.number, {
        ...{ into: stays.number, plan: seen?.plan ?? "", version: seen?.version ?? 0 },
        ...once(),
      });
    expect(refusal(late).message).toContain("changed while you looked");
  });
});
