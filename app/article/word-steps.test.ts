import { describe, expect, test } from "vitest";
import { stepWord, wordsIn } from "#app/article/word-steps.ts";

const passage = "😀 At least 12% of 1,500 people, said “Bo”.";
const words = wordsIn(passage, 100, "en");
const told = (span: { start: number; end: number } | null) =>
  span && [...passage].slice(span.start - 100, span.end - 100).join("");

describe("selecting by keyboard, word by word", () => {
  test("a sign stays with its number, a number stays whole, quotation marks stay out", () => {
    expect(words.map(told)).toEqual(["At", "least", "12%", "of", "1,500", "people", "said", "Bo"]);
  });

  test("the arrow goes from word to word and stops at the ends", () => {
    const first = stepWord(words, null, 1, false);
    expect(told(first)).toBe("At");
    expect(told(stepWord(words, first, 1, false))).toBe("least");
    expect(told(stepWord(words, first, -1, false))).toBe("At");
    expect(told(stepWord(words, null, -1, false))).toBe("Bo");
  });

  test("with Shift it takes in the next word or gives up the last, but never all", () => {
    const two = stepWord(words, stepWord(words, null, 1, true), 1, true);
    expect(told(two)).toBe("At least");
    expect(told(stepWord(words, two, -1, true))).toBe("At");
    expect(told(stepWord(words, stepWord(words, two, -1, true), -1, true))).toBe("At");
  });

  test("an unknown language and a passage without words do no harm", () => {
    expect(wordsIn("…", 0, "not a language")).toEqual([]);
    expect(stepWord([], null, 1, true)).toBeNull();
  });
});
