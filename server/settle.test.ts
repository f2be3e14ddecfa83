import { expect, test, vi } from "vitest";

test("what nothing holds any more is gone when the start has settled", async () => {
  // Another test of this process may have settled already, and once is enough for it.
  vi.resetModules();
  const { settle } = await import("#server/settle.ts");
  const left = new WeakRef({ of: "the start" });
  await new Promise(setImmediate);
  expect(left.deref()).toBeDefined();
  await new Promise(setImmediate);
  settle();
  expect(left.deref()).toBeUndefined();
});
