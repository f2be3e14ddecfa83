import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { apart } from "#app/find/apart.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the first key is a question at once; of quick ones behind it only the last is, when its turn has come", () => {
  const asked: string[] = [];
  const soon = apart(60);
  soon(() => asked.push("q"));
  vi.advanceTimersByTime(20);
  expect(asked).toEqual(["q"]);
  const takeBack = soon(() => asked.push("qu"));
  vi.advanceTimersByTime(30);
  takeBack();
  soon(() => asked.push("qua"));
  vi.advanceTimersByTime(9);
  expect(asked).toEqual(["q"]);
  vi.advanceTimersByTime(1);
  expect(asked).toEqual(["q", "qua"]);
});

test("who types at an easy pace asks with each key at once", () => {
  const asked: string[] = [];
  const soon = apart(60);
  for (const words of ["q", "qu", "qua"]) {
    soon(() => asked.push(words));
    vi.advanceTimersByTime(0);
    expect(asked.at(-1)).toBe(words);
    vi.advanceTimersByTime(110);
  }
});
