import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { toastClock } from "#app/ui/toast-clock.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const TEN = 10_000;

test("a toast ends after ten seconds, once", () => {
  const end = vi.fn();
  toastClock(TEN, end);
  vi.advanceTimersByTime(TEN - 1);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(TEN);
  expect(end).toHaveBeenCalledTimes(1);
});

test("it waits while the pointer is on it or the focus is in it, and ends ten seconds after both are gone", () => {
  const end = vi.fn();
  const clock = toastClock(TEN, end);
  vi.advanceTimersByTime(TEN - 1);
  clock.keep("pointer");
  vi.advanceTimersByTime(TEN);
  clock.keep("focus");
  clock.letGo("pointer");
  vi.advanceTimersByTime(TEN * 6);
  expect(end).not.toHaveBeenCalled();
  clock.letGo("focus");
  clock.letGo("pointer");
  vi.advanceTimersByTime(TEN - 1);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(end).toHaveBeenCalledTimes(1);
});

test("one that is gone ends nothing any more", () => {
  const end = vi.fn();
  toastClock(TEN, end).stop();
  vi.advanceTimersByTime(TEN * 2);
  expect(end).not.toHaveBeenCalled();
});
