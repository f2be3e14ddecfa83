import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, expect, test } from "vitest";
import { setField } from "#domain/card-edit.ts";
import { textRoot } from "#domain/card-roots.ts";
import type { ChartId } from "#domain/numbers.ts";
import type { Member } from "#server/context.ts";
import { readFile } from "#server/export/read-file.fixture.ts";
import { caseWithClaim, once, placeOf, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

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

const wait = (span: number) => {
  desk.clock.now += span;
};
const numbers = (days: number | null = 30, member = ana) =>
  desk.services.numbers.ofCase(member, claim.caseNumber, days);
const ages = (days?: number) => Object.fromEntries(numbers(days).ageing.map((row) => [row.status, row.counts]));
const move = (stage: "researching" | "in_review" | "dropped") =>
  desk.services.claims.move(ana, claim.claimId, {
    ...{ stage, version: claim.read(ana).version, ...(stage === "dropped" && { dropReason: "out_of_scope" as const }) },
    ...once(),
  });
const write = (member: Member, words: string) => claim.edit(member, (doc) => textRoot(doc, "verdict").insert(0, words));
const unwrite = (member: Member, length: number) =>
  claim.edit(member, (doc) => textRoot(doc, "verdict").delete(0, length));
/** Ana writes what is needed, and Bo signs it. */
const signed = () => {
  claim.edit(ana, (doc) => {
    setField(doc, "claimant", "The board");
    setField(doc, "claimantGuessed", false);
  });
  claim.rate(ana, "false");
  write(ana, "No.");
  claim.sign(bo);
};
const file = (chart: string, days: number | null = null) =>
  desk.services.numbers.caseFile(ana, claim.caseNumber, chart, days);

test("[NU1] nobody's numbers count a case that is not open to them", () => {
  const choices = { title: "Secret", scaleId: null, quorum: 1, restricted: true, memberIds: [ana.id] };
  const { number } = desk.services.cases.create(ana, { ...choices, ...once() });
  desk.services.claims.create(ana, number, { statement: "It rained.", ...once() });
  desk.services.claims.assign(ana, claim.claimId, {
    ...{ assigneeId: chen.id, reviewerIds: [bo.id], dueAt: null, version: claim.read(ana).version },
    ...once(),
  });
  expect(desk.services.numbers.ofDesk(ana, null).claims).toBe(2);
  expect(desk.services.numbers.ofDesk(bo, null).claims).toBe(1);
  const [outside, inside] = [bo, ana].map((member) => desk.services.numbers.ofDesk(member, null));
  const waiting = (one: typeof inside) => one?.ageing.map((row) => row.counts[0]);
  expect(waiting(outside)).toEqual([0, 1, 0, 0]);
  expect(waiting(inside)).toEqual([1, 1, 0, 0]);
  for (const run of [
    () => desk.services.numbers.ofCase(bo, number, 30),
    () => desk.services.numbers.caseFile(bo, number, "ageing", 30),
  ])
    expect(refusal(run)).toMatchObject({ kind: "not_found", message: expect.stringContaining("case") });
});

test("[NU2] a claim is as old as it has had its status, also after a sign-off went stale", () => {
  expect(ages().inbox).toEqual([1, 0, 0, 0]);
  wait(2 * DAY);
  expect(ages().inbox).toEqual([0, 1, 0, 0]);
  move("researching");
  wait(8 * DAY);
  expect(ages()).toMatchObject({ inbox: [0, 0, 0, 0], researching: [0, 0, 0, 1] });
  signed();
  wait(4 * DAY);
  expect(ages()).toMatchObject({ researching: [0, 0, 0, 0], signed_off: [0, 0, 1, 0] });
  write(ana, "!");
  expect(ages()).toMatchObject({ in_review: [1, 0, 0, 0], signed_off: [0, 0, 0, 0] });
  wait(DAY);
  unwrite(ana, 1);
  expect(ages()).toMatchObject({ in_review: [0, 0, 0, 0], signed_off: [1, 0, 0, 0] });
});

test("[NU2] whoever is given a claim from the inbox researches it from then on, and a later assignment changes nothing", () => {
  const assign = (assigneeId: string | null) =>
    desk.services.claims.assign(ana, claim.claimId, {
      ...{ assigneeId, reviewerIds: [], dueAt: null, version: claim.read(ana).version },
      ...once(),
    });
  wait(8 * DAY);
  assign(chen.id);
  expect(ages().researching).toEqual([1, 0, 0, 0]);
  wait(2 * DAY);
  assign(bo.id);
  expect(ages().researching).toEqual([0, 1, 0, 0]);
});

test("[NU2] what is dropped waits for nobody", () => {
  move("dropped");
  expect(numbers().ageing.flatMap((row) => row.counts)).toEqual(new Array(16).fill(0));
});

test("[NU3] a verdict took from the first edit until the first complete sign-off, whatever came later", () => {
  expect(numbers().times).toBeNull();
  wait(10 * HOUR);
  claim.rate(ana, "mixed");
  wait(5 * HOUR);
  signed();
  wait(DAY);
  write(ana, "!");
  claim.sign(bo);
  expect(numbers().times).toMatchObject({ count: 1, median: 5 * HOUR, ninetieth: 5 * HOUR });
});

test("[NU4] load names everybody who can be given work, in the order of their names, and what nobody has", () => {
  const vera = desk.member("Vera", "viewer");
  const load = () =>
    numbers().load.map(({ person, claims, reviews }) => [person?.name ?? null, claims, reviews] as const);
  expect(load()).toEqual([
    ["Ana", 0, 0],
    ["Bo", 0, 0],
    ["Chen", 0, 0],
    [null, 1, 0],
  ]);
  desk.services.claims.assign(ana, claim.claimId, {
    ...{ assigneeId: chen.id, reviewerIds: [bo.id], dueAt: null, version: claim.read(ana).version },
    ...once(),
  });
  expect(load()).toContainEqual(["Bo", 0, 0]);
  move("in_review");
  expect(load()).toEqual([
    ["Ana", 0, 0],
    ["Bo", 0, 1],
    ["Chen", 1, 0],
  ]);
  signed();
  expect(load()).toContainEqual(["Bo", 0, 0]);
  expect(JSON.stringify(load())).not.toContain(vera.name);
});

test("[NU5] coverage says what the article says, of the latest version only", () => {
  const { documents } = desk.services;
  const article = () => documents.read(ana, claim.caseNumber, claim.documentId);
  const same = () => expect(numbers().coverage).toMatchObject({ documents: 1, ...article().coverage });
  same();
  documents.dismiss(ana, claim.caseNumber, claim.documentId, {
    ...{ versionNumber: 1, ordinals: [2, 0], reason: "no_claim" },
    ...once(),
  });
  expect(numbers().coverage).toEqual({ documents: 1, claimed: 1, dismissed: 1, open: 1 });
  same();
  desk.services.claims.createFromWords(ana, claim.caseNumber, {
    ...{ documentId: claim.documentId, versionNumber: 1 },
    ...placeOf("moved. 🌊 The union said up to 1,100"),
    ...once(),
  });
  same();
  claim.edit(ana, (doc) => doc.getMap("quotes").clear());
  same();
  const { number: _, sha256: _hash, bytes: _bytes, id: _id, ...pasted } = article().version;
  documents.addVersion(ana, claim.caseNumber, claim.documentId, {
    ...pasted,
    text: "Another text. And more.",
    ...once(),
  });
  expect(numbers().coverage).toEqual({ documents: 1, claimed: 0, dismissed: 0, open: 2 });
  same();
});

test("[NU6] a verdict is proposed until it is signed off as it stands, and a dropped claim has none", () => {
  expect(numbers().verdicts).toEqual([{ mark: "none", label: "No verdict", ratingId: null, signed: 0, proposed: 1 }]);
  claim.rate(ana, "false");
  const proposed = { mark: "false", label: "False", ratingId: "false", signed: 0, proposed: 1 };
  expect(numbers().verdicts).toEqual([proposed]);
  signed();
  expect(numbers().verdicts).toEqual([{ ...proposed, signed: 1, proposed: 0 }]);
  write(ana, "!");
  expect(numbers().verdicts).toEqual([proposed]);
  move("dropped");
  expect(numbers().verdicts).toEqual([]);
});

test("[NU7] what was made or signed before the range is not in it, but the queue is always whole", () => {
  signed();
  wait(10 * DAY);
  expect(numbers(7)).toMatchObject({ claims: 1, times: null, verdicts: [] });
  expect(numbers(7).statuses.every((row) => row.claims === 0)).toBe(true);
  expect(ages(7).signed_off).toEqual([0, 0, 0, 1]);
  expect(numbers(30)).toMatchObject({ times: { count: 1 }, verdicts: [{ label: "False" }] });
  expect(numbers(null).statuses).toContainEqual({ status: "signed_off", claims: 1 });
});

test("[NU8] each chart is a file, in which no name is a formula", () => {
  const eve = desk.member("Eve", "analyst");
  desk.sqlite.prepare("update members set name = ? where id = ?").run("=HYPERLINK(0)", eve.id);
  signed();
  const rows = (chart: ChartId) =>
    parse(readFile(file(chart)), { bom: true, columns: true }) as Record<string, string>[];
  expect(rows("load").map((row) => row.person)).toContain("'=HYPERLINK(0)");
  expect(rows("ageing")).toHaveLength(16);
  expect(rows("ageing")).toContainEqual({ status: "signed_off", days: "0-1", claims: "1" });
  expect(rows("coverage")).toContainEqual({ state: "claimed", sentences: "1" });
  expect(rows("statuses")).toContainEqual({ status: "signed_off", claims: "1" });
  expect(rows("verdicts")).toEqual([{ label: "False", mark: "false", signed_off: "1", proposed: "0" }]);
  expect(rows("times")).toMatchObject([{ reference: "C-1-1", hours: "0.00" }]);
  expect(file("times").fileName).toBe("case-1-times-2026-03-10.csv");
  expect(desk.services.numbers.deskFile(ana, "ageing", null).fileName).toBe("desk-ageing-2026-03-10.csv");
  expect(refusal(() => file("faces"))).toMatchObject({ kind: "not_found" });
});
