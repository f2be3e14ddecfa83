import { afterEach, beforeEach, expect, test } from "vitest";
import type { Member } from "#server/context.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";

let desk: TestDesk;
let ana: Member;
let claim: ReturnType<typeof caseWithClaim>;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  claim = caseWithClaim(desk, ana);
});

afterEach(() => desk.close());

const alike = (words: string, actor = ana, caseNumber = claim.caseNumber) =>
  desk.services.alike.claims(actor, caseNumber, words).map((one) => one.reference);
const newCase = (given = {}) =>
  desk.services.cases.create(ana, {
    ...{ title: "Other", scaleId: null, quorum: 1, restricted: false, memberIds: [] },
    ...{ ...given, ...once() },
  }).number;
const newClaim = (caseNumber: number, statement: string) =>
  desk.services.claims.create(ana, caseNumber, { statement, ...once() });

test("[CL26] a claim that says nearly the same is named, in other words too, and also one with a rival figure", () => {
  expect(alike("Around 240 residents were moved")).toEqual(["C-1-1"]);
  expect(alike("240 residents were moved on Monday")).toEqual(["C-1-1"]);
  expect(alike("around 310 residents were moved")).toEqual(["C-1-1"]);
});

test("[CL26] what only shares a word or two is not alike, and neither is a word alone", () => {
  expect(alike("The board of the union said that nobody of the residents will ever forget")).toEqual([]);
  expect(alike("residents")).toEqual([]);
  expect(alike('" OR NOT (')).toEqual([]);
});

test("[CL26] claims of this case come first; a dropped one is nobody's double", () => {
  const other = newCase();
  newClaim(other, "Around 240 residents were moved");
  const twin = newClaim(claim.caseNumber, "Some 240 residents were moved");
  expect(alike("around 240 residents were moved").slice(0, 2).toSorted()).toEqual(["C-1-1", "C-1-2"]);
  expect(alike("around 240 residents were moved").at(-1)).toBe("C-2-1");
  const drop = { stage: "dropped", dropReason: "out_of_scope", version: twin.version } as const;
  desk.services.claims.move(ana, twin.claimId, { ...drop, ...once() });
  expect(alike("around 240 residents were moved")).toEqual(["C-1-1", "C-2-1"]);
});

test("[CL27] claims of cases that are not open to somebody are not named to them", () => {
  const bo = desk.member("Bo", "analyst");
  const secret = newCase({ restricted: true });
  newClaim(secret, "Around 240 residents were moved");
  expect(alike("around 240 residents were moved", bo)).toEqual(["C-1-1"]);
  expect(refusal(() => alike("around 240 residents were moved", bo, secret)).kind).toBe("not_found");
});
