import { expect, test } from "vitest";
import { bulkDoneWords, bulkForms, bulkUndo, splitResults } from "#app/board/bulk.ts";
import { claimRow } from "#app/board/claim-row.fixture.ts";
import { LIMITS } from "#domain/limits.ts";
import { english, inEnglish } from "#domain/words/english.ts";

const rows = [1, 2, 3].map((number) => claimRow({ number }));
const move = { act: "move" as const, stage: "in_review" as const, dropReason: null };

test("[BV14] more claims than one request takes go in several, each with a key of its own", () => {
  const many = Array.from({ length: LIMITS.bulk + 1 }, (_, number) => claimRow({ number, version: 3 }));
  const forms = bulkForms(move, many, "once");
  expect(forms.map((form) => [form.once, form.claims?.split(",").length])).toEqual([
    ["once.0", LIMITS.bulk],
    ["once.1", 1],
  ]);
  expect(forms[1]?.claims).toBe(`claim-${LIMITS.bulk}:3`);
});

test("[BV14] what came of each claim is told: done, refused with the reason, or not reached", () => {
  const { done, left } = splitResults(rows, [
    { claimId: "claim-1", version: 2, refused: null },
    { claimId: "claim-2", version: null, refused: "Meanwhile Bo took the claim." },
  ]);
  expect(done.map((row) => row.number)).toEqual([1]);
  expect(left.map(({ row, why }) => `${row.number} ${inEnglish(why)}`)).toEqual([
    "2 Meanwhile Bo took the claim.",
    "3 It was not reached.",
  ]);
  expect(bulkDoneWords(english("bulk"), move, 2, { nameOf: String, listed: String })).toBe(
    "2 claims are now under “In review”.",
  );
});

test("[BV15] a move of many is taken back to where each came from, on the version that the move made", () => {
  const from = [
    claimRow({ number: 1, version: 4 }),
    claimRow({ number: 2, stage: "researching", status: "researching" }),
    claimRow({ number: 3, stage: "dropped", status: "dropped", dropReason: "duplicate" }),
  ];
  const back = bulkUndo(move, from).map(({ act, rows: those }) => [act, those.map((row) => row.version)]);
  expect(back).toEqual([
    [{ act: "move", stage: "inbox", dropReason: null }, [5]],
    [{ act: "move", stage: "researching", dropReason: null }, [2]],
  ]);
  expect(bulkUndo({ act: "due", dueAt: null }, from)).toEqual([]);
});

test("[CL30] a label is taken back where it was new, and given back where it was taken away", () => {
  const [bare, labelled] = [claimRow({ number: 1 }), claimRow({ number: 2, labels: ["Prison"] })];
  const act = { act: "label" as const, label: "prison", on: true };
  expect(bulkUndo(act, [bare, labelled])).toEqual([{ act: { ...act, on: false }, rows: [bare] }]);
  expect(bulkUndo({ ...act, on: false }, [bare, labelled])).toEqual([{ act, rows: [labelled] }]);
  expect(bulkUndo(act, [labelled])).toEqual([]);
});
