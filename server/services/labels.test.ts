import { afterEach, beforeEach, expect, test } from "vitest";
import { quarantines } from "#db/schema/collab.ts";
import { setField } from "#domain/card-edit.ts";
import { LIMITS } from "#domain/limits.ts";
import { inEnglish } from "#domain/words/english.ts";
import type { Member } from "#server/context.ts";
import type { BulkResult } from "#server/services/bulk.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";
import { summaryOf } from "#server/testing/said.ts";

let desk: TestDesk;
let ana: Member;
let chen: Member;
let claim: ReturnType<typeof caseWithClaim>;

const rows = () => desk.services.claims.list(ana, claim.caseNumber);
const labels = () => rows().map((row) => row.labels);
const seen = () => rows().map(({ id, version }) => ({ claimId: id, version }));
const set = (label: string, on = true, actor = chen) =>
  desk.services.labels.set(actor, claim.claimId, { label, on, ...once() });
const many = (label: string, on = true, claims = seen(), actor = chen) =>
  desk.services.bulk.decide(actor, claim.caseNumber, { act: "label", label, on, claims, ...once() });
const told = () => desk.services.history.record(ana, claim.caseNumber).events.map((one) => summaryOf(one.says));
const why = (result: BulkResult | undefined) => result?.refused && inEnglish(result.refused);

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  chen = desk.member("Chen", "analyst");
  claim = caseWithClaim(desk, ana);
  desk.services.claims.create(ana, claim.caseNumber, { statement: "It rained.", ...once() });
});

afterEach(() => desk.close());

test("[CL30] many claims get a label and lose it again, each as an edit of whoever does it, and the record says so", async () => {
  await many("Prison");
  await many("figures");
  expect(labels()).toEqual([
    ["Prison", "figures"],
    ["Prison", "figures"],
  ]);
  await many("PRISON", false);
  expect(labels()).toEqual([["figures"], ["figures"]]);
  expect(told().slice(0, 2)).toEqual(["took the label “PRISON” away", "took the label “PRISON” away"]);
  const { rows: versions } = await desk.services.versions.list(ana, claim.caseNumber, claim.number);
  expect(versions[0]).toMatchObject({ people: [{ name: "Chen" }], changed: [{ field: "labels" }] });
  expect(claim.read(ana).labelsOffered).toEqual(["figures"]);
});

test("[CL30] [SO4] a label makes no sign-off stale, changes no status, and nobody the last editor", () => {
  const bo = desk.member("Bo", "editor");
  claim.rate(ana, "unproven");
  claim.sign(bo);
  const before = claim.read(ana);
  set("Prison");
  const { contentHash, lastEditor, reviews, status, version, card } = claim.read(ana);
  expect({ contentHash, lastEditor, status, version, card: card.labels }).toEqual({
    ...{
      contentHash: before.contentHash,
      lastEditor: before.lastEditor,
      status: "signed_off",
      version: before.version,
    },
    card: ["Prison"],
  });
  expect(reviews.map((one) => one.state)).toEqual(["current"]);
});

test("[CL30] what is so already is left alone: no edit, and nothing on the record", async () => {
  set("Prison");
  const { length } = told();
  set("prison");
  set("water", false);
  expect(told()).toHaveLength(length);
  const results = await many("PRISON");
  expect(results.map((one) => one.refused)).toEqual([null, null]);
  expect(labels()).toEqual([["Prison"], ["PRISON"]]);
});

test("[CL31] [BV10] a claim that has as many labels as it can, or whose card is set aside, is refused with the reason", async () => {
  const full = Array.from({ length: LIMITS.labels }, (_, at) => `label ${at}`);
  claim.edit(ana, (doc) => setField(doc, "labels", full));
  const [first, second] = await many("one more");
  expect([why(first), why(second)]).toEqual([
    "This claim has 20 labels, which is as many as it can have. Take one away first.",
    null,
  ]);
  const claimId = seen()[1]?.claimId ?? "";
  desk.db.insert(quarantines).values({ claimId, reason: "torn", at: desk.clock.now }).run();
  const [, aside] = await many("another", true, seen());
  expect(why(aside)).toBe("Its card is set aside until an administrator has looked at it.");
});

test("[CL31] a label without letters and one that is too long are refused in words", () => {
  expect(refusal(() => set(" \u200b ")).message).toBe("Write the label.");
  expect(refusal(() => set("x".repeat(LIMITS.label + 1))).message).toContain("60 characters at most");
});

test("[CL30] [BV13] viewers label nothing, alone or in bulk, and nothing that is not open to somebody", () => {
  const vera = desk.member("Vera", "viewer");
  expect(refusal(() => set("Prison", true, vera)).kind).toBe("forbidden");
  expect(refusal(() => many("Prison", true, seen(), vera)).kind).toBe("forbidden");
  const { version } = desk.services.cases.open(ana, claim.caseNumber);
  const choices = { title: "Counts", scaleId: null, quorum: 1, restricted: true, memberIds: [] };
  desk.services.cases.configure(ana, claim.caseNumber, { ...choices, version, ...once() });
  expect(refusal(() => set("Prison")).kind).toBe("not_found");
});

test("[CL30] a label that was sent twice is one edit", async () => {
  const sent = { act: "label" as const, label: "Prison", on: true, claims: seen(), ...once() };
  const first = await desk.services.bulk.decide(chen, claim.caseNumber, sent);
  set("Prison", false);
  expect(await desk.services.bulk.decide(chen, claim.caseNumber, sent)).toEqual(first);
  expect(labels()).toEqual([[], ["Prison"]]);
});
