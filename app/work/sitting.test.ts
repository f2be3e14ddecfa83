import { expect, test } from "vitest";
import { afterDeciding, afterSkipping, afterTakingBack, FIRST_SITTING, nextIn, progressOf } from "#app/work/sitting.ts";

const queue = (...ids: string[]) => ids.map((id) => ({ id }));

test("[WO11] a decision and a skip both lead to the next claim, and the progress counts both", () => {
  expect(progressOf(queue("a", "b", "c"), FIRST_SITTING, "a")).toEqual({ at: 1, of: 3 });
  const decided = afterDeciding(FIRST_SITTING, "a");
  expect(nextIn(queue("b", "c"), decided, "a")).toBe("b");
  const skipped = afterSkipping(decided, "b");
  expect(nextIn(queue("b", "c"), skipped, "b")).toBe("c");
  expect(progressOf(queue("b", "c"), skipped, "c")).toEqual({ at: 3, of: 3 });
  expect(nextIn(queue("b", "c"), skipped, "c")).toBeNull();
});

test("[WO11] what comes in meanwhile counts at the end, and what is taken back waits again", () => {
  const sitting = afterDeciding(FIRST_SITTING, "a");
  expect(progressOf(queue("b", "c"), sitting, "b")).toEqual({ at: 2, of: 3 });
  expect(nextIn(queue("a", "b"), afterTakingBack(sitting, "a"), "b")).toBe("a");
});

test("[WO11] a skipped claim that is looked at again keeps its place in the count", () => {
  expect(progressOf(queue("a"), { decided: [], skipped: ["a"] }, "a")).toEqual({ at: 1, of: 1 });
});
