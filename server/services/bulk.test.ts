import { afterEach, beforeEach, expect, test } from "vitest";
import { LIMITS } from "#domain/limits.ts";
import { inEnglish } from "#domain/words/english.ts";
import type { Member } from "#server/context.ts";
import type { BulkAct, BulkResult } from "#server/services/bulk.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";
import { summaryOf } from "#server/testing/said.ts";

let desk: TestDesk;
let ana: Member;
let chen: Member;
let dalia: Member;
let caseNumber: number;

const rows = () => desk.services.claims.list(ana, caseNumber);
const seen = () => rows().map(({ id, version }) => ({ claimId: id, version }));
const decide = (act: BulkAct, claims = seen(), actor = ana) =>
  desk.services.bulk.decide(actor, caseNumber, { ...act, claims, ...once() });
const said = (result: BulkResult | undefined) => inEnglish(result?.refused ?? "");
const assignments = () =>
  desk.services.history.record(ana, caseNumber).events.filter((one) => /gave it to/.test(summaryOf(one.says))).length;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  chen = desk.member("Chen", "analyst");
  dalia = desk.member("Dalia", "analyst");
  caseNumber = caseWithClaim(desk, ana).caseNumber;
  for (const statement of ["It rained.", "It snowed."])
    desk.services.claims.create(ana, caseNumber, { statement, ...once() });
});

afterEach(() => desk.close());

test("[BV10] a claim that somebody decided on meanwhile is refused with the reason; the others are decided", async () => {
  const claims = seen();
  desk.services.claims.take(chen, claims[1]?.claimId ?? "", { version: 1, ...once() });
  const results = await decide({ act: "assign", assigneeId: dalia.id }, claims);
  expect(results.map((one) => one.version)).toEqual([2, null, 2]);
  expect(said(results[1])).toContain("Meanwhile Chen took the claim.");
  expect(rows().map((row) => row.assignee?.name)).toEqual(["Dalia", "Chen", "Dalia"]);
  expect(assignments()).toBe(2);
});

test("[BV11] what a bulk decision does not name stays: reviewers and due time when it assigns, and the other way round", async () => {
  const dueAt = desk.clock.now + 3_600_000;
  await decide({ act: "review", reviewerIds: [dalia.id] });
  await decide({ act: "due", dueAt });
  await decide({ act: "assign", assigneeId: chen.id });
  await decide({ act: "review", reviewerIds: [ana.id] });
  for (const row of rows()) {
    expect(row).toMatchObject({ assignee: { name: "Chen" }, dueAt, status: "researching" });
    expect(row.reviewers.map((one) => one.name).sort()).toEqual(["Ana", "Dalia"]);
  }
});

test("[BV10] the analyst of a claim cannot be asked to review it, also in bulk", async () => {
  const [first] = seen();
  if (first) desk.services.claims.take(chen, first.claimId, { version: 1, ...once() });
  const results = await decide({ act: "review", reviewerIds: [chen.id] });
  expect(results.map((one) => one.refused !== null)).toEqual([true, false, false]);
  expect(said(results[0])).toBe("The reviewer has to be somebody other than the analyst.");
});

test("[BV12] a bulk decision that is sent twice is done once, and claims of another case are not touched", async () => {
  const other = caseWithClaim(desk, ana);
  const sent = { act: "move" as const, stage: "researching" as const, dropReason: null, ...once() };
  const claims = [...seen(), { claimId: other.claimId, version: 1 }];
  const first = await desk.services.bulk.decide(chen, caseNumber, { ...sent, claims });
  const second = await desk.services.bulk.decide(chen, caseNumber, { ...sent, claims });
  expect(second).toEqual(first);
  expect(said(first.at(-1))).toBe("There is no such claim in this case.");
  expect(rows().map((row) => row.version)).toEqual([2, 2, 2]);
});

test("[BV13] who may not decide it on one claim may not on many, and nobody on more than the bound", () => {
  expect(refusal(() => decide({ act: "assign", assigneeId: chen.id }, seen(), chen)).kind).toBe("forbidden");
  const many = Array.from({ length: LIMITS.bulk + 1 }, (_, at) => ({ claimId: `${at}`, version: 1 }));
  expect(refusal(() => decide({ act: "due", dueAt: null }, many)).message).toContain(`${LIMITS.bulk} claims at most`);
});
