import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whileSeen } from "#app/work/while-seen.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("[WO7] a list that is looked at is fresh every twenty seconds and on coming back; one in the background asks for nothing", () => {
  const tab = Object.assign(new EventTarget(), { visibilityState: "visible" as DocumentVisibilityState });
  const turn = (to: DocumentVisibilityState) => {
    tab.visibilityState = to;
    tab.dispatchEvent(new Event("visibilitychange"));
  };
  const look = vi.fn();
  const end = whileSeen(tab as unknown as Document, look);
  vi.advanceTimersByTime(40_000);
  expect(look).toHaveBeenCalledTimes(2);
  turn("hidden");
  vi.advanceTimersByTime(600_000);
  expect(look).toHaveBeenCalledTimes(2);
  turn("visible");
  expect(look).toHaveBeenCalledTimes(3);
  end();
  turn("visible");
  vi.advanceTimersByTime(40_000);
  expect(look).toHaveBeenCalledTimes(3);
});
