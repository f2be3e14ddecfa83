import fc from "fast-check";
import { expect, test } from "vitest";
import { LONGEST_QUERY, readQuery, scanWords, wordsQuery } from "#server/search/query.ts";

test("[FI4] words are looked for from their beginning, quotation marks hold them together", () => {
  const { terms } = readQuery("harb “police spokesman” C-14-3 x");
  expect(wordsQuery(terms)).toBe('"harb"* "police spokesman" "c 14 3" "x"');
});

test("[FI4] nothing that somebody types is an operator", () => {
  const { terms } = readQuery('quay NOT (mon* OR {title}: ^"Near" NEAR(a b)) -');
  expect(
    wordsQuery(terms)
      .replace(/"[^"]*"\*?/g, "")
      .trim(),
  ).toBe("");
});

test("[FI4] an open quotation mark holds everything after it", () => {
  expect(readQuery('one "two three').terms.at(-1)).toEqual({ words: ["two", "three"], isPrefix: false });
});

test("[FI4] a query is cut to a length, never in the middle of a character", () => {
  const { text } = readQuery("🚢".repeat(10_000));
  expect([...text]).toHaveLength(LONGEST_QUERY);
  expect(text).toBe("🚢".repeat(LONGEST_QUERY));
  expect(readQuery("word ".repeat(2_000)).terms.length).toBeLessThanOrEqual(12);
});

test("[FI4] a query of signs alone is looked for as it stands", () => {
  expect(scanWords(readQuery("🚢 §"))).toEqual(["🚢", "§"]);
  expect(scanWords(readQuery('"" “”'))).toEqual([]);
});

test("[FI4] whatever comes is read without an error", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (given) => {
      const query = readQuery(given);
      expect(wordsQuery(query.terms)).not.toContain("\u0000");
      for (const { words } of query.terms)
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}\p{M}\p{Co}]+$/u);
    }),
  );
});
