import { expect, test } from "vitest";
import { claimRow } from "#app/board/claim-row.fixture.ts";
import { type Decision, doneWords, formOfDecision, refusedWords, undoOf, withDecisions } from "#app/board/decisions.ts";
import { english } from "#domain/words/english.ts";

const ana = { id: "ana", name: "Ana", colour: 0, role: "analyst" as const };
const common = { once: "once-1", claimId: "claim-3", reference: "C-14-3", version: 7, dropReasonBefore: null };
const move: Decision = {
  ...common,
  kind: "move",
  from: "researching",
  to: "in_review",
  dropReason: null,
  duplicateOf: null,
};
const take: Decision = { ...common, kind: "take", from: "inbox" };

test("a move under way shows at once and leaves what the server gave alone", () => {
  const rows = [claimRow({ number: 3, status: "researching", stage: "researching" }), claimRow({ number: 4 })];
  expect(withDecisions(rows, [move], ana).map((row) => row.status)).toEqual(["in_review", "inbox"]);
  expect(rows[0]?.status).toBe("researching");
});

test("taking a claim from the inbox puts my name on it and starts it", () => {
  const [row] = withDecisions([claimRow({ number: 3 })], [take], ana);
  expect(row).toMatchObject({ assignee: ana, status: "researching" });
});

test("taking a claim in review leaves it in review", () => {
  const [row] = withDecisions([claimRow({ number: 3, stage: "in_review", status: "in_review" })], [take], ana);
  expect(row).toMatchObject({ assignee: ana, status: "in_review", stage: "in_review" });
});

test("the form names the version that was seen and the submission", () => {
  expect(formOfDecision({ ...move, to: "dropped", dropReason: "duplicate", duplicateOf: 9 })).toEqual({
    intent: "move",
    once: "once-1",
    claimId: "claim-3",
    version: "7",
    stage: "dropped",
    dropReason: "duplicate",
    duplicateOf: "9",
  });
});

test("what was done is said with the reference and both columns", () => {
  expect(doneWords(english("board"), move)).toBe("C-14-3 moved from Researching to In review.");
});

test("a refusal is said with the reference", () => {
  const refused = { kind: "forbidden", message: "Your role does not allow this." };
  expect(refusedWords(english("board"), move, refused)).toBe("C-14-3: Your role does not allow this.");
});

test("a move can be undone, also out of Dropped when its reason is known", () => {
  expect(undoOf(move)).toEqual({ to: "researching", dropReason: null });
  expect(undoOf({ ...move, from: "dropped", dropReasonBefore: "out_of_scope" })).toEqual({
    to: "dropped",
    dropReason: "out_of_scope",
  });
  expect(undoOf({ ...move, from: "dropped", dropReasonBefore: "duplicate" })).toBeNull();
  expect(undoOf(take)).toBeNull();
});
