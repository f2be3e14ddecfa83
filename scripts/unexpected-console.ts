import { afterEach, beforeEach, expect, vi } from "vitest";

// An error or a warning that no test asked for is a defect. A test that expects one spies on it itself.
beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});

afterEach(() => {
  const said = [console.error, console.warn].flatMap((spy) => vi.mocked(spy).mock?.calls ?? []);
  vi.restoreAllMocks();
  expect(said, "a test wrote to console.error or console.warn").toEqual([]);
});
