import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import type { Check } from "#server/import/check.ts";
import { readApart } from "#server/import/read-apart.ts";

const file = (spaces: number) =>
  Buffer.from(
    JSON.stringify(Array.from({ length: 450 }, (_, at) => ({ claimReviewed: `c${at}` }))) + " ".repeat(spaces),
  );

async function partsOf(bytes: Buffer): Promise<{ count: number; parts: Check[][] }> {
  return readApart({ bytes, mapping: null }, async ({ count }, given) => {
    const parts: Check[][] = [];
    for await (const part of given) parts.push(part);
    return { count, parts };
  });
}

test("[IM13] a small file in place and a larger one in a thread give the same checks in the same parts", async () => {
  const small = await partsOf(file(0));
  expect(small.count).toBe(450);
  expect(small.parts.map((part) => part.length)).toEqual([200, 200, 50]);
  expect(await partsOf(file(20_000))).toEqual(small);
});

test("[IM13] a small file in which much is packed keeps nobody waiting either", async () => {
  const checks = `[${'{"claimReviewed":"a"},'.repeat(30_000)}1]`;
  const bytes = Buffer.from(zipSync({ "exports/a.json": strToU8(checks) }));
  expect(bytes.length).toBeLessThan(16_384);
  let isHeldUp = true;
  setImmediate(() => {
    isHeldUp = false;
  });
  const read = await readApart({ bytes, mapping: null }, async ({ count }) => ({ count, isHeldUp }));
  expect(read).toEqual({ count: 30_000, isHeldUp: false });
});
