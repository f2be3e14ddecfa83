import { expect, test } from "vitest";
import { claimRow } from "#app/board/claim-row.fixture.ts";
import { nextReview } from "#app/work/next-review.ts";

const row = (number: number) => ({ ...claimRow({ number }), caseNumber: 14, caseTitle: "", why: "" });

test("the next review is the first of My work that is not on the screen, stale sign-offs first", () => {
  const work = { toReview: [row(1), row(2)], stale: [row(3)] };
  expect(nextReview(work, "claim-1")).toEqual({ caseNumber: 14, number: 3, reference: "C-14-3" });
  expect(nextReview({ ...work, stale: [] }, "claim-1")?.number).toBe(2);
});

test("when nothing else waits there is no next", () => {
  expect(nextReview({ toReview: [row(1)], stale: [] }, "claim-1")).toBeNull();
});
