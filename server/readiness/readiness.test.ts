import { expect, onTestFinished, test } from "vitest";
import { createLog } from "#server/log.ts";
import { eventLoop } from "#server/readiness/event-loop.ts";
import { freeSpace } from "#server/readiness/free-space.ts";
import { type Check, createReadiness } from "#server/readiness/readiness.ts";

function readinessOf(checks: Record<string, Check>) {
  const clock = { now: 0 };
  return { clock, ask: createReadiness({ checks, log: createLog("silent"), now: () => clock.now }) };
}

test("[HT41] however many ask, everything is looked at once a second", async () => {
  let looks = 0;
  const { clock, ask } = readinessOf({ one: () => (++looks > 1 ? "Broken." : null) });
  const answers = await Promise.all([ask(), ask(), ask()]);
  clock.now = 999;
  answers.push(await ask());
  expect([looks, answers.every(({ ok }) => ok)]).toEqual([1, true]);
  clock.now = 1_000;
  expect(await ask()).toEqual({ ok: false, checks: { one: { ok: false, reason: "Broken." } } });
});

test("[HT41] a look that fails is told like what it looks for, without its words, and hides no other", async () => {
  const breaks = () => Promise.reject(new Error("secret path"));
  const { ok, checks } = await readinessOf({ breaks, well: () => null }).ask();
  expect([ok, checks.breaks?.ok, checks.well?.ok]).toEqual([false, false, true]);
  expect(checks.breaks?.reason).not.toContain("secret");
});

const MB = 1024 * 1024;

test.each([
  ["5 % of a large disk", 50_000, 1_000_000, true],
  ["less than 5 % of a large disk", 49_999, 1_000_000, false],
  ["64 MB of a small one", 64, 100, true],
  ["less than 64 MB of a small one", 63, 100, false],
])("[HT42] with %s free", async (_what, bavail, blocks, isEnough) => {
  const reason = await freeSpace("/data", async () => ({ bavail, blocks, bsize: MB }))();
  expect(reason === null).toBe(isEnough);
  if (!isEnough) expect(reason).toContain(`(${bavail} MB) free. Make room`);
});

test("[HT42] the disk of a real folder is asked", async () => {
  await expect(freeSpace(import.meta.dirname)()).resolves.toSatisfy(
    (reason) => reason === null || String(reason).startsWith("The disk"),
  );
  await expect(freeSpace("/no such folder")()).rejects.toThrow("ENOENT");
});

test("[HT43] a server that comes to its work more than 200 ms late is not ready", async () => {
  const { check, stop } = eventLoop();
  onTestFinished(stop);
  expect(check()).toBeNull();
  const still = new Int32Array(new SharedArrayBuffer(4));
  // Nothing is measured before the second sample.
  for (let block = 0; block < 20 && check() === null; block++) {
    Atomics.wait(still, 0, 0, 250);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(check()).toMatch(/^The server is \d{3,} ms late/);
});
