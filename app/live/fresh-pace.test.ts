import { expect, test } from "vitest";
import { waitBeforeLoad } from "#app/live/fresh-pace.ts";

const shown = { changes: 4, typed: 2, at: 10_000 };
const wait = (changes: number, typed: number, now: number, isOnCard = true) =>
  waitBeforeLoad({ changes, typed }, shown, { isOnCard, now });

test("a page that shows everything is not loaded again", () => {
  expect(wait(4, 2, 20_000)).toBeNull();
});

test("after a quiet time a change is shown at once, whatever it is", () => {
  expect([wait(5, 3, 20_000), wait(5, 2, 20_000)]).toEqual([100, 100]);
});

test("while colleagues type, an open card loads what stands beside it more seldom, and a list as ever", () => {
  expect([wait(6, 4, 10_100), wait(6, 4, 10_100, false)]).toEqual([2_900, 500]);
});

test("a decision among what is typed is not kept back, nor is anything after a new connection, which counts anew", () => {
  expect(wait(6, 3, 10_100)).toBe(500);
  expect(wait(2, 0, 10_100)).toBe(500);
});
