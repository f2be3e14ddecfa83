import { expect, test } from "vitest";
import { wordsAround } from "#app/card/words-around.ts";

test("the words around a quote are whole words, with a sign that the paragraph goes on", () => {
  expect(wordsAround({ prefix: "umber was much higher, with ", suffix: " on the loose “including bo" })).toEqual({
    before: "…was much higher, with ",
    after: " on the loose “including…",
  });
});

test("what stands in another paragraph is left out", () => {
  expect(wordsAround({ prefix: "end of one.\n\nThen ", suffix: " came.\n\nAnother" })).toEqual({
    before: "Then ",
    after: " came.",
  });
  expect(wordsAround({ prefix: "", suffix: "\n\nAnother" })).toEqual({ before: "", after: "" });
});

test("text without spaces is not cut", () => {
  expect(wordsAround({ prefix: "司令部は", suffix: "と述べた" })).toEqual({ before: "…司令部は", after: "と述べた…" });
});
