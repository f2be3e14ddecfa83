import { expect, test } from "vitest";
import { createBucket, createBudgets, take } from "#server/collab/bucket.ts";

test("[RT55] a burst of three seconds is allowed, then the rate", () => {
  const bucket = createBucket(10, 0);
  for (let message = 0; message < 30; message++) expect(take(bucket, 1, 0)).toBe(true);
  expect(take(bucket, 1, 0)).toBe(false);
  expect(take(bucket, 5, 500)).toBe(true);
  expect(take(bucket, 1, 500)).toBe(false);
  expect(take(bucket, 31, 1_000_000)).toBe(false);
  expect(take(bucket, 30, 1_000_000)).toBe(true);
});

test("[RT55] all sockets of a member share one budget, which going away and coming back does not refill", () => {
  const clock = { now: 0 };
  const budgets = createBudgets({ messagesPerSecond: 1, bytesPerSecond: 100 }, () => clock.now);
  for (let message = 0; message < 3; message++) budgets.spend("ada", 1, 10);
  expect(() => budgets.spend("ada", 1, 1)).toThrow(expect.objectContaining({ code: 4529 }));
  budgets.prune(new Set());
  expect(() => budgets.spend("ada", 1, 1)).toThrow(expect.objectContaining({ code: 4529 }));
  budgets.spend("bo", 1, 300);
  expect(() => budgets.spend("bo", 1, 1)).toThrow(expect.objectContaining({ code: 4529 }));
});

test("[RT49] what an update cost is paid back in time before the next is taken", () => {
  const clock = { now: 0 };
  const budgets = createBudgets({ messagesPerSecond: 10, bytesPerSecond: 100 }, () => clock.now);
  budgets.charge("ada", 130);
  expect(() => budgets.spend("ada", 1, 1)).toThrow(expect.objectContaining({ code: 4529 }));
  clock.now = 10_000;
  expect(() => budgets.spend("ada", 1, 1)).toThrow(expect.objectContaining({ code: 4529 }));
  clock.now = 10_200;
  budgets.spend("ada", 1, 1);
});

test("[RT49] what is owed is not forgotten while somebody is away", () => {
  const clock = { now: 0 };
  const budgets = createBudgets({ messagesPerSecond: 10, bytesPerSecond: 100 }, () => clock.now);
  budgets.charge("ada", 1_030);
  clock.now = 61_000;
  budgets.prune(new Set());
  expect(() => budgets.spend("ada", 1, 1)).toThrow(expect.objectContaining({ code: 4529 }));
  clock.now = 101_000;
  budgets.spend("ada", 1, 1);
});
