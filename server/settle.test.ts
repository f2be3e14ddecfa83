import { expect, test } from "vitest";
import { settle } from "#server/settle.ts";

test("what nothing holds any more is gone when the start has settled", async () => {
  const left = new WeakRef({ of: "the start" });
  await new Promise(setImmediate);
  expect(left.deref()).toBeDefined();
  await new Promise(setImmediate);
  settle();
  expect(left.deref()).toBeUndefined();
});
