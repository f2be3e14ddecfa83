import { expect, test } from "vitest";
import { sentenceStates } from "#server/numbers/coverage-count.ts";
import { PLACES, quantile, timesOf } from "#server/numbers/times.ts";

const HOUR = 3_600_000;

test("[NU3] the middle and the ninetieth are times that a claim really took", () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2);
  expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9);
  expect(quantile([7], 0.9)).toBe(7);
});

test("[NU3] every claim has its place on the line and its step in the table, however short or long it took", () => {
  const spans = [0, 1, HOUR - 1, HOUR, 71 * HOUR, 4_000 * HOUR];
  const times = timesOf(spans);
  expect(times?.places).toHaveLength(PLACES);
  expect(times?.places.reduce((all, one) => all + one, 0)).toBe(spans.length);
  expect(times?.steps).toEqual([3, 1, 0, 1, 0, 1]);
  expect(times?.places[0]).toBe(2);
  expect(times?.places[PLACES - 1]).toBe(1);
});

test("[NU5] a sentence is claimed by any quote that shares a character with it, and claiming goes before dismissing", () => {
  const at = (start: number, end: number, dismissed = false) => ({ start, end, dismissed });
  const sentences = [at(0, 10), at(11, 20, true), at(21, 30), at(31, 40, true), at(41, 50)];
  const quotes = [at(0, 11), at(2, 25), at(3, 4), at(40, 41)];
  expect(sentenceStates(sentences, quotes)).toEqual(["claimed", "claimed", "claimed", "dismissed", "open"]);
});
