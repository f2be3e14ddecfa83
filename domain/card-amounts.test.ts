import { expect, test } from "vitest";
import { type Amounts, isMuchLess, lessSayings } from "#domain/card-amounts.ts";
import { inEnglish } from "#domain/words/english.ts";

const card = (given: Partial<Amounts>): Amounts => ({
  ...{ statement: 0, gaps: 0, verdict: 0, fields: 0, rationale: 0, figures: 0, quotes: 0, sources: 0 },
  ...given,
});

test("much is more than 500 characters and more than 40 % of the words, wherever they stood", () => {
  const before = card({ rationale: 1_000, gaps: 400 });
  expect(isMuchLess(before, card({ rationale: 200, gaps: 400 }))).toBe(true);
  expect(isMuchLess(before, card({ rationale: 500, gaps: 400 }))).toBe(false);
  expect(isMuchLess(before, card({ gaps: 1_400 }))).toBe(false);
  expect(isMuchLess(card({ rationale: 500 }), card({}))).toBe(false);
  expect(isMuchLess(card({ rationale: 5_000 }), card({ rationale: 4_000 }))).toBe(false);
});

test("much is also most of three entries or more of one list", () => {
  expect(isMuchLess(card({ sources: 4 }), card({ sources: 1 }))).toBe(true);
  expect(isMuchLess(card({ figures: 3 }), card({}))).toBe(true);
  expect(isMuchLess(card({ sources: 6 }), card({ sources: 3 }))).toBe(false);
  expect(isMuchLess(card({ sources: 2 }), card({}))).toBe(false);
});

test("what is less is said in numbers", () => {
  const before = card({ rationale: 1_410, sources: 4, quotes: 1 });
  const less = (now: Amounts) => lessSayings(before, now).map(inEnglish);
  expect(less(card({ rationale: 206, sources: 1, quotes: 1 }))).toEqual([
    "1,204 of 1,410 characters",
    "3 of 4 sources",
  ]);
  expect(less(card({ rationale: 1_410 }))).toEqual(["all 4 sources", "the only quote"]);
  expect(less(before)).toEqual([]);
});
