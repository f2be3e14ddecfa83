import { expect, test } from "vitest";
import { likelySentence } from "#app/article/likely-sentence.ts";
import { splitSentences } from "#domain/sentences.ts";

const text = "🚢 Nobody knows. At least 54 lorries turned back at the gate. The gate stayed shut.";
const likely = (exact: string) => likelySentence(text, splitSentences(text), exact);

test("[AR4] whoever looks for words that changed begins at the sentence that has most of them", () => {
  expect(likely("At least 45 lorries turned back")).toBe(1);
  expect(likely("the gate stayed SHUT")).toBe(2);
});

test("[AR4] where no sentence has enough of the words, none is likely", () => {
  expect(likely("Three ships left before the strike")).toBeNull();
  expect(likelySentence("", [], "words")).toBeNull();
});
