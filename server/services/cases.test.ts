import { afterEach, beforeEach, expect, test } from "vitest";
import type { Member } from "#server/context.ts";
import type { CaseChoices } from "#server/services/cases.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";
import { saidInArabic } from "#server/testing/said.ts";

let desk: TestDesk;
let ana: Member;
let bo: Member;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  bo = desk.member("Bo", "editor");
});

afterEach(() => desk.close());

const choices: CaseChoices = { title: "Counts", scaleId: null, quorum: 1, restricted: false, memberIds: [] };
const create = (given: Partial<CaseChoices> = {}, key = once()) =>
  desk.services.cases.create(ana, { ...choices, ...given, ...key }).number;
const configure = (actor: Member, number: number, version: number, given: Partial<CaseChoices> = {}) =>
  desk.services.cases.configure(actor, number, { ...choices, ...given, version, ...once() });

test("[CA1] cases are numbered for the whole desk, and a form that comes twice makes one", () => {
  const key = once();
  expect([create({}, key), create({}, key), create()]).toEqual([1, 1, 2]);
});

test("[CA1] the one I worked on last stands first, then the newest", () => {
  for (const _ of [1, 2, 3]) create();
  desk.clock.now += 1;
  desk.services.cases.open(bo, 2);
  expect(desk.services.cases.list(bo).map((one) => one.number)).toEqual([2, 3, 1]);
  expect(desk.services.cases.list(ana).map((one) => one.number)).toEqual([3, 2, 1]);
});

test("[CA2] two people who change the settings they both saw: the second is told, and nothing of theirs is kept", () => {
  const number = create();
  configure(ana, number, 1, { title: "Ana's title" });
  const refused = refusal(() => configure(bo, number, 1, { title: "Bo's title", quorum: 2 }));
  expect(refused.message).toMatch(
    /^Meanwhile Ana changed the title from “Counts” to “Ana's title”. That left it with the title “Ana's title”, /,
  );
  expect(saidInArabic(refused.saying)).toMatch(
    /^في هذه الأثناء غيّر Ana العنوان من «Counts» إلى «Ana's title»\. فصار عنوانه «Ana's title»، /,
  );
  expect(refused).toMatchObject({ kind: "conflict", detail: { now: { title: "Ana's title", quorum: 1, by: "Ana" } } });
  expect(desk.services.cases.open(ana, number)).toMatchObject({ title: "Ana's title", quorum: 1, version: 2 });
  expect(desk.services.cases.lastChangedBy(bo, number)).toBe("Ana");
  expect(desk.services.cases.lastChangedBy(bo, create())).toBeNull();
});

test("[CA3] a scale or a member that the desk does not have is refused, and nothing is written", () => {
  const number = create();
  for (const given of [{ scaleId: "none" }, { restricted: true, memberIds: [bo.id, "nobody"] }]) {
    expect(refusal(() => create(given)).kind).toBe("bad_input");
    expect(refusal(() => configure(ana, number, 1, given)).kind).toBe("bad_input");
  }
  expect(desk.services.cases.list(ana)).toHaveLength(1);
  expect(desk.services.cases.open(bo, number)).toMatchObject({ restricted: false, version: 1 });
});

test("[CA3] whoever restricts a case stays in it", () => {
  const number = create();
  configure(ana, number, 1, { restricted: true, memberIds: [] });
  expect(desk.services.cases.open(ana, number).people.map((one) => one.name)).toEqual(["Ana"]);
  expect(refusal(() => desk.services.cases.open(bo, number)).kind).toBe("not_found");
});

test("[CA4] the list counts claims by status, and those with a stale sign-off", () => {
  const claim = caseWithClaim(desk, ana);
  claim.rate(ana, "true");
  claim.sign(bo);
  desk.services.claims.create(ana, claim.caseNumber, { statement: "It rained.", ...once() });
  const none = { inbox: 0, researching: 0, in_review: 0, signed_off: 0, released: 0, dropped: 0 };
  const row = () => desk.services.cases.list(ana)[0];
  expect(row()).toMatchObject({ claims: 2, stale: 0, counts: { ...none, inbox: 1, signed_off: 1 } });
  claim.rate(ana, "false");
  expect(row()).toMatchObject({ claims: 2, stale: 1, counts: { ...none, inbox: 1, in_review: 1 } });
});
