import { expect, test } from "vitest";
import { complaints } from "./budgets.ts";
import type { Page } from "./pages.ts";

const page = (route: string, ...kib: number[]): Page => ({
  route,
  scripts: kib.map((size, at) => ({ file: `/assets/chunk-${at}.js`, bytes: size * 1_024 })),
  styles: [],
  words: { en: [], ar: [] },
});
const budgets = [
  { name: "doors", routes: /^routes\/sign-in$/, kib: 110, words: 5 },
  { name: "all others", routes: /./, kib: 200, words: 20 },
];

test("a route as heavy as its budget is right, and each route counts by the first budget that fits", () => {
  expect(complaints([page("routes/sign-in", 60, 50), page("routes/cases", 60, 140)], budgets)).toEqual([]);
});

test("a route that is too heavy is named with its bytes, its budget and its largest chunks", () => {
  const [said = "", ...rest] = complaints([page("routes/sign-in", 10, 70, 40), page("routes/cases", 1)], budgets);
  expect(rest).toEqual([]);
  expect(said).toMatch(/^routes\/sign-in loads 122880 bytes .*120\.0 KiB.*; doors may have 110\./);
  expect(said).toContain("chunk-1.js 70.0, chunk-2.js 40.0");
});

test("a route with too many sentences is named with the language in which it has them", () => {
  const words = {
    en: [{ file: "/assets/words-en.js", bytes: 5_000 }],
    ar: [{ file: "/assets/words-ar.js", bytes: 6_144 }],
  };
  expect(complaints([{ ...page("routes/sign-in", 1), words }, page("routes/cases", 1)], budgets)).toEqual([
    "routes/sign-in loads sentences of 6.0 KiB in “ar”; doors may have 5.",
  ]);
});

test("a budget that no route needs any more is pointed out", () => {
  expect(complaints([page("routes/cases", 1)], budgets)).toEqual([
    "The budget “doors” is for no route. Take it out of the table.",
  ]);
});
