import { expect, test } from "vitest";
import { claimRow } from "#app/board/claim-row.fixture.ts";
import { mergeRows } from "#app/board/merge-rows.ts";
import { giveBack, mayBeAnything, noteChange, noteGreeting, takeChanges } from "#app/live/changed-claims.ts";

const rows = [1, 3, 4].map((number) => claimRow({ number }));

test("[BV24] changed claims are put in their place, new ones by their number, and the others stay the same objects", () => {
  const fresh = [claimRow({ number: 3, statement: "It snowed." }), claimRow({ number: 2 })];
  const merged = mergeRows(rows, new Set(["claim-2", "claim-3", "claim-4"]), fresh);
  expect(merged.map((row) => row.number)).toEqual([1, 2, 3]);
  expect(merged[0]).toBe(rows[0]);
  expect(merged[2]?.statement).toBe("It snowed.");
});

test("[BV24] the channel's messages name what changed; a message that names nothing, or a gap, may mean anything", () => {
  for (const claimId of ["a", "b", "a"]) noteChange("case", { type: "claim", claimId });
  noteChange("case", { type: "presence", claimId: null });
  const taken = takeChanges("case");
  expect(taken).toEqual({ ids: new Set(["a", "b"]), isAnything: false, mark: null });
  expect(takeChanges("case").ids.size).toBe(0);
  noteChange("case", { type: "case", claimId: null });
  giveBack("case", taken);
  expect(takeChanges("case")).toEqual({ ids: new Set(["a", "b"]), isAnything: true, mark: null });
});

test("[BV24] a greeting with the mark at which the list was read tells that nothing was missed, another one that anything was", () => {
  noteGreeting("case", "start 7");
  noteChange("case", { type: "claim", claimId: "a" });
  const taken = takeChanges("case");
  expect(taken.ids).toEqual(new Set(["a"]));
  expect([mayBeAnything(taken, "start 7"), mayBeAnything(taken, "start 6")]).toEqual([false, true]);
  giveBack("case", taken);
  expect(mayBeAnything(takeChanges("case"), "start 7")).toBe(false);
  for (const mark of ["start 7", "start 8"]) noteGreeting("case", mark);
  expect(mayBeAnything(takeChanges("case"), "start 8")).toBe(true);
  noteGreeting("case", "start 8");
  noteChange("case", null);
  expect(mayBeAnything(takeChanges("case"), "start 8")).toBe(true);
});
