import { expect, test, vi } from "vitest";
import { goThroughIdle } from "#app/ui/when-idle.ts";

test("a list is gone through in order, a moment at a time, until it is stopped", () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  const seen: number[] = [];
  const stop = goThroughIdle([1, 2, 3, 4, 5], (one) => {
    seen.push(one);
    now += 5;
  });
  expect(seen).toEqual([]);
  vi.runOnlyPendingTimers();
  expect(seen).toEqual([1, 2]);
  vi.runOnlyPendingTimers();
  expect(seen).toEqual([1, 2, 3, 4]);
  stop();
  vi.runAllTimers();
  expect(seen).toEqual([1, 2, 3, 4]);
  vi.restoreAllMocks();
  vi.useRealTimers();
});
