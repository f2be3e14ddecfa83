import { expect, test } from "vitest";
import { claimRow } from "#app/board/claim-row.fixture.ts";
import { nextReview } from "#app/work/next-review.ts";

const row = (number: number) => ({ ...claimRow({ number }), caseNumber: 14, caseTitle: "", why: "" });

test("the next review is the first of My work that is not on the screen", () => {
  const work = { toReview: [row(1), row(2)], stale: [row(3)] };
  expect(nextReview(work, "claim-1")).toEqual({ caseNumber: 14, number: 2, reference: "C-14-2" });
  expect(nextReview({ ...work, toReview: [row(1)] }, "claim-1")?.number).toBe(3);
});

test("when nothing else waits there is no next", () => {
  expect(nextReview({ toReview: [row(1)], stale: [] }, "claim-1")).toBeNull();
});
