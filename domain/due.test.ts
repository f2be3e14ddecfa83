import { expect, test } from "vitest";
import { whyNotDue } from "#domain/due.ts";
import { inEnglish } from "#domain/words/english.ts";

const NOW = Date.parse("2026-03-10T09:00:30Z");
const at = (time: string) => Date.parse(time);

test.each([
  ["the minute that runs", at("2026-03-10T09:00:00Z"), null],
  ["tomorrow", at("2026-03-11T09:00:00Z"), null],
  ["in ten years", at("2036-03-10T09:00:00Z"), null],
  ["what stood there before, though it is over", at("2026-03-01T18:00:00Z"), at("2026-03-01T18:00:30Z")],
])("[CL11] a claim can be due: %s", (_when, due, before) => {
  expect(whyNotDue(due, NOW, before)).toBeNull();
});

test.each([
  ["a minute ago", at("2026-03-10T08:59:59Z"), "That is over already"],
  ["in 1970", 5, "That is over already"],
  ["before all time", -9e15, "That is over already"],
  ["in eleven years", at("2037-03-10T09:00:00Z"), "within the next 10 years"],
  ["after all time", 9e15, "within the next 10 years"],
  ["no time", Number.NaN, "within the next 10 years"],
])("[CL11] a claim cannot be due: %s", (_when, due, words) => {
  for (const before of [null, at("2026-03-01T18:00:00Z")]) {
    const why = whyNotDue(due, NOW, before);
    expect(why && inEnglish(why)).toContain(words);
  }
});
