import { afterEach, beforeEach, expect, test } from "vitest";
import type { Member } from "#server/context.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";
import { summaryOf } from "#server/testing/said.ts";

let desk: TestDesk;
let ana: Member;
let chen: Member;
let vera: Member;
let caseNumber: number;

const LATE = { name: "Late", screen: "board" as const, search: "assignee=me&due=late" };
const names = (member: Member) => desk.services.views.list(member, caseNumber).map((one) => one.name);
const save = (member: Member, isShared: boolean, view = LATE) =>
  desk.services.views.save(member, caseNumber, { ...view, isShared, ...once() }).viewId;
const events = () => desk.services.history.record(ana, caseNumber).events.map((one) => summaryOf(one.says));

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  chen = desk.member("Chen", "analyst");
  vera = desk.member("Vera", "viewer");
  caseNumber = caseWithClaim(desk, ana).caseNumber;
});

afterEach(() => desk.close());

test("[BV1] a personal view is seen by nobody else, a shared one by everybody who sees the case", () => {
  const personal = save(vera, false);
  save(chen, true, { ...LATE, name: "Morning desk" });
  expect(names(vera)).toEqual(["Late", "Morning desk"]);
  expect(names(ana)).toEqual(["Morning desk"]);
  const look = { screen: "table" as const, search: "", version: 1, ...once() };
  expect(refusal(() => desk.services.views.saveOver(ana, personal, look)).kind).toBe("not_found");
  expect(refusal(() => desk.services.views.remove(ana, personal, { version: 1, ...once() })).kind).toBe("not_found");
});

test("[BV2] who may edit claims shares a view, saves over it and deletes it; a viewer does none of these", () => {
  expect(refusal(() => save(vera, true)).kind).toBe("forbidden");
  const shared = save(chen, true);
  const look = { screen: "table" as const, search: "sort=due", version: 1 };
  expect(refusal(() => desk.services.views.saveOver(vera, shared, { ...look, ...once() })).kind).toBe("forbidden");
  expect(refusal(() => desk.services.views.remove(vera, shared, { version: 1, ...once() })).kind).toBe("forbidden");
  desk.services.views.saveOver(ana, shared, { ...look, ...once() });
  expect(desk.services.views.list(vera, caseNumber)[0]).toMatchObject({
    search: "sort=due",
    screen: "table",
    by: "Chen",
  });
  desk.services.views.remove(ana, shared, { version: 2, ...once() });
  expect(names(chen)).toEqual([]);
});

test("[BV3] of two people who save over one view at once, the second hears it and changes nothing", () => {
  const shared = save(chen, true);
  desk.services.views.saveOver(ana, shared, { screen: "table", search: "sort=due", version: 1, ...once() });
  const late = { screen: "board" as const, search: "q=ship", version: 1, ...once() };
  const { kind, message } = refusal(() => desk.services.views.saveOver(chen, shared, late));
  expect([kind, message]).toEqual(["conflict", expect.stringContaining("“Late”")]);
  expect(desk.services.views.list(chen, caseNumber)[0]?.search).toBe("sort=due");
});

test("[BV4] what is done to a shared view is on the record; a personal view is nobody's business", () => {
  save(vera, false);
  const before = events();
  const shared = save(chen, true);
  desk.services.views.saveOver(chen, shared, { screen: "table", search: "", version: 1, ...once() });
  desk.services.views.remove(chen, shared, { version: 2, ...once() });
  expect(events().slice(0, events().length - before.length)).toEqual([
    "deleted the view “Late”",
    "changed the view “Late” for everybody",
    "saved the view “Late” for everybody",
  ]);
});

test("[BV5] a view that is sent twice is one view, and a second of the same name is refused", () => {
  const sent = { ...LATE, isShared: false, ...once() };
  const first = desk.services.views.save(chen, caseNumber, sent);
  expect(desk.services.views.save(chen, caseNumber, sent)).toEqual(first);
  expect(refusal(() => save(chen, false)).kind).toBe("conflict");
  expect(names(chen)).toEqual(["Late"]);
});
