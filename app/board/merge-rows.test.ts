import { expect, test } from "vitest";
import { claimRow } from "#app/board/claim-row.fixture.ts";
import { mergeRows } from "#app/board/merge-rows.ts";
import {
  changedSince,
  mayBeAnything,
  noteChange,
  notedSoFar,
  noteGreeting,
  noteLoaded,
} from "#app/live/changed-claims.ts";

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
  const first = notedSoFar();
  expect(changedSince("case")).toMatchObject({ ids: new Set(["a", "b"]), isAnything: false, mark: null });
  noteChange("case", { type: "edit", claimId: "b" });
  noteLoaded("case", first);
  expect(changedSince("case")).toMatchObject({ ids: new Set(["b"]), isAnything: false });
  noteChange("case", { type: "case", claimId: null });
  expect(changedSince("case")).toMatchObject({ ids: new Set(["b"]), isAnything: true, mark: null });
  noteLoaded("case", notedSoFar());
  expect(changedSince("case")).toMatchObject({ ids: new Set(), isAnything: false });
});

test("[BV24] what changed stays changed until a load of it has ended, whatever other load began meanwhile", () => {
  noteChange("other", { type: "claim", claimId: "a" });
  const first = notedSoFar();
  for (const _load of ["cut off", "the next one"]) expect(changedSince("other").ids).toEqual(new Set(["a"]));
  noteChange("other", null);
  noteLoaded("other", first);
  expect(changedSince("other")).toMatchObject({ ids: new Set(), isAnything: true });
});

test("[BV24] a greeting with the mark at which the list was read tells that nothing was missed, another one that anything was", () => {
  noteGreeting("case", "start 7");
  noteChange("case", { type: "claim", claimId: "a" });
  const changed = changedSince("case");
  expect(changed.ids).toEqual(new Set(["a"]));
  expect([mayBeAnything(changed, "start 7"), mayBeAnything(changed, "start 6")]).toEqual([false, true]);
  expect(mayBeAnything(changedSince("case"), "start 7")).toBe(false);
  noteGreeting("case", "start 8");
  expect(mayBeAnything(changedSince("case"), "start 8")).toBe(true);
  noteLoaded("case", notedSoFar());
  noteGreeting("case", "start 8");
  expect(mayBeAnything(changedSince("case"), "start 8")).toBe(false);
  noteChange("case", null);
  expect(mayBeAnything(changedSince("case"), "start 8")).toBe(true);
});
