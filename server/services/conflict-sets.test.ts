import { afterEach, beforeEach, expect, test } from "vitest";
import { setFigure } from "#domain/card-edit.ts";
import type { Member } from "#server/context.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";
import { summaryOf } from "#server/testing/said.ts";

let desk: TestDesk;
let ana: Member;
let chen: Member;
let first: ReturnType<typeof caseWithClaim>;
let second: { claimId: string; number: number };

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  chen = desk.member("Chen", "analyst");
  first = caseWithClaim(desk, ana);
  second = make("Up to 1,100 residents were moved.");
});

afterEach(() => desk.close());

const make = (statement: string, caseNumber = first.caseNumber) =>
  desk.services.claims.create(ana, caseNumber, { statement, ...once() });
const around = (claimNumber: number, caseNumber = first.caseNumber) =>
  desk.services.conflictSets.around(chen, caseNumber, claimNumber);
const join = (who: Member, claimId: string, name: string, seen: string | null = null) =>
  desk.services.conflictSets.join(who, claimId, { name, seen, ...once() });
const leave = (who: Member, claimId: string, seen: string | null) =>
  desk.services.conflictSets.leave(who, claimId, { seen, ...once() });
const record = () =>
  desk.services.history
    .claim(ana, first.caseNumber, first.number)
    .flatMap((one) => (one.kind === "decision" ? [summaryOf(one.says)] : []));

test("[FG3] a claim joins a set by its name, in whatever letters, accents and spaces", () => {
  expect(join(ana, first.claimId, "  Résidents   moved ")).toEqual({ name: "Résidents moved" });
  expect(join(chen, second.claimId, "residents MOVED")).toEqual({ name: "Résidents moved" });
  expect(around(first.number).rivals.map((one) => one.number)).toEqual([second.number]);
  expect(around(second.number).rivals.map((one) => one.number)).toEqual([first.number]);
  expect(around(first.number).names).toEqual(["Résidents moved"]);
});

test("[FG3] a claim that joins another set is out of the first one; the last one to leave ends a set, and frees its name", () => {
  join(ana, first.claimId, "Residents moved");
  const seen = around(first.number).set?.id ?? null;
  join(ana, first.claimId, "Villages cleared", seen);
  expect(around(first.number).names).toEqual(["Villages cleared"]);
  leave(ana, first.claimId, around(first.number).set?.id ?? null);
  expect(around(first.number)).toEqual({ set: null, rivals: [], names: [] });
  expect(join(chen, second.claimId, "RESIDENTS MOVED")).toEqual({ name: "RESIDENTS MOVED" });
});

test("[FG3] a set of one case is none of another", () => {
  const other = caseWithClaim(desk, ana);
  join(ana, first.claimId, "Residents moved");
  join(ana, other.claimId, "Residents moved");
  expect(around(first.number).rivals).toEqual([]);
  expect(around(other.number, other.caseNumber).rivals).toEqual([]);
});

test("[FG4] what is done is on the record once, however often it is sent, and touches neither card nor sign-off", () => {
  first.rate(chen, "disputed");
  first.sign(ana);
  const sent = { name: "Residents moved", seen: null, ...once() };
  desk.services.conflictSets.join(chen, first.claimId, sent);
  desk.services.conflictSets.join(chen, first.claimId, sent);
  const seen = around(first.number).set?.id ?? null;
  join(chen, first.claimId, "Villages cleared", seen);
  join(chen, first.claimId, "villages cleared", around(first.number).set?.id ?? null);
  leave(chen, first.claimId, around(first.number).set?.id ?? null);
  leave(chen, first.claimId, null);
  expect(record().slice(0, 4)).toEqual([
    "took it out of the conflict set “Villages cleared”",
    "put it into the conflict set “Villages cleared” instead of “Residents moved”",
    "put it into the conflict set “Residents moved”",
    "signed off, which completes the claim",
  ]);
  expect(first.read(ana).status).toBe("signed_off");
});

test("[FG5] the second of two people who put a claim somewhere is told who was first, and nothing of theirs is done", () => {
  join(chen, first.claimId, "Residents moved");
  const late = refusal(() => join(ana, first.claimId, "Villages cleared"));
  expect([late.kind, late.message]).toEqual([
    "conflict",
    expect.stringMatching(/^Meanwhile Chen put .*“Residents moved”/),
  ]);
  const seen = around(first.number).set?.id ?? null;
  leave(chen, first.claimId, seen);
  expect(refusal(() => leave(ana, first.claimId, seen)).message).toMatch(/took this claim out of its set/);
  expect(around(first.number)).toEqual({ set: null, rivals: [], names: [] });
});

test("[FG6] the rivals are shown with their statement, claimant, figures, rating and status; dropped ones are left out", () => {
  const figure = { id: "f", qualifier: "about", value: "240", upper: "", unit: "residents", asOf: "Monday" } as const;
  const guessed = first.read(ana).card.figures.map((one) => one.id);
  first.edit(chen, (doc) => {
    setFigure(doc, { ...figure, id: "mine" });
    for (const id of guessed) doc.getMap("figures").delete(id);
    setFigure(doc, figure);
  });
  first.rate(chen, "disputed");
  join(chen, first.claimId, "Residents moved");
  join(chen, second.claimId, "Residents moved");
  const third = make("Nobody was moved.");
  join(chen, third.claimId, "Residents moved");
  const [rival, ...rest] = around(second.number).rivals;
  expect(rest.map((one) => one.number)).toEqual([third.number]);
  expect(rival).toMatchObject({ reference: "C-1-1", status: "inbox", ratingLabel: "Disputed" });
  expect(rival?.figures).toContainEqual(figure);
  const drop = { stage: "dropped", dropReason: "out_of_scope", version: 1, ...once() } as const;
  desk.services.claims.move(ana, third.claimId, drop);
  expect(around(second.number).rivals.map((one) => one.number)).toEqual([first.number]);
});

test("[FG7] a name that cannot be read, or has no end, is refused in words at its field", () => {
  for (const name of ["", "   ", "\u200b\u200e", "\u0301"]) {
    const { kind, message, detail } = refusal(() => join(ana, first.claimId, name));
    expect([kind, message, Object.keys(detail.fields as object)]).toEqual([
      "bad_input",
      expect.stringContaining("Write the question"),
      ["name"],
    ]);
  }
  expect(refusal(() => join(ana, first.claimId, "x".repeat(121))).message).toContain("120 characters at most");
  expect(join(ana, first.claimId, "Moved\u202e?")).toEqual({ name: "Moved?" });
});

test("[FG7] a set that is full takes no more claims", () => {
  for (let nth = 0; nth < 50; nth++) join(ana, make(`Statement ${nth}.`).claimId, "Residents moved");
  const { kind, message } = refusal(() => join(ana, first.claimId, "Residents moved"));
  expect([kind, message]).toEqual(["conflict", expect.stringContaining("50 claims at most")]);
});
