import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverage, splitSentences } from "#domain/sentences.ts";

function split(text: string, language?: string): string[] {
  const points = [...text];
  return splitSentences(text, language).map(({ start, end }) => points.slice(start, end).join(""));
}

describe("splitting a text into sentences", () => {
  test.each([
    ["a plain pair", "Talks failed. Forces withdrew.", ["Talks failed.", "Forces withdrew."]],
    [
      "a headline without a full stop",
      "Prison break in Hasakah\nby Staff\r\n\r\nIt began.",
      ["Prison break in Hasakah", "by Staff", "It began."],
    ],
    ["a country before a name", "The U.S. Army left. It was over.", ["The U.S. Army left.", "It was over."]],
    [
      "a country that ends the sentence",
      "They flew to the U.S. The talks went on.",
      ["They flew to the U.S.", "The talks went on."],
    ],
    [
      "titles and initials",
      "Dr. Sara J. Haddad met Gen. Omar. They spoke.",
      ["Dr. Sara J. Haddad met Gen. Omar.", "They spoke."],
    ],
    [
      "a numbered thing",
      "Resolution No. 2254 passed. He said no. Five left.",
      ["Resolution No. 2254 passed.", "He said no.", "Five left."],
    ],
    [
      "a time of day",
      "It began at 5 a.m. Monday near Aleppo. At 9 p.m. He left.",
      ["It began at 5 a.m. Monday near Aleppo.", "At 9 p.m.", "He left."],
    ],
    ["a short month", "On Dec. 8 it fell. Nobody knew.", ["On Dec. 8 it fell.", "Nobody knew."]],
    [
      "a decimal number",
      "It grew by 3.5 percent. Then 1.500,5 more.",
      ["It grew by 3.5 percent.", "Then 1.500,5 more."],
    ],
    [
      "a quoted question",
      "“Who is safe?” he asked. Nobody answered.",
      ["“Who is safe?” he asked.", "Nobody answered."],
    ],
    ["a list number", "1. Water was cut.\n2. Food was cut.", ["1. Water was cut.", "2. Food was cut."]],
    ["Arabic", "هرب السجناء. هل عادوا؟ لا أحد يعرف.", ["هرب السجناء.", "هل عادوا؟", "لا أحد يعرف."]],
    ["an emoji before it", "😀 One. 😀 Two.", ["😀 One.", "😀 Two."]],
    ["nothing", " \n\t\r\n ", []],
  ])("%s", (_, text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  test("a language tag that is none falls back instead of failing", () => {
    expect(split("One. Two.", "not a language")).toEqual(["One.", "Two."]);
  });

  test("every visible character is in exactly one sentence, and no sentence is empty or padded", () => {
    const word = fc.constantFrom(
      "U.S.",
      "He",
      "said",
      "😀",
      "قال",
      "3.5",
      "no.",
      "?",
      "”",
      " ",
      "\n",
      "\r\n",
      "e\u0301",
      "\ud83d",
      "\u2028",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(word).map((all) => all.join("")),
        ),
        (text) => {
          const points = [...text];
          const spans = splitSentences(text);
          const inside = new Set<number>();
          let last = 0;
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(last);
            const sentence = points.slice(start, end).join("");
            expect(sentence).not.toBe("");
            expect(sentence.trim()).toBe(sentence);
            for (let at = start; at < end; at++) inside.add(at);
            last = end;
          }
          const outside = points.filter((_, at) => !inside.has(at)).join("");
          expect(outside.replace(/[\s\u0085]/g, "")).toBe("");
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("coverage", () => {
  const sentences = [
    { start: 0, end: 10 },
    { start: 11, end: 20 },
    { start: 21, end: 30 },
  ];

  test("one shared character claims a sentence, touching it does not", () => {
    expect(coverage(sentences, [{ start: 9, end: 11 }], new Set()).states).toEqual(["claimed", "open", "open"]);
  });

  test("claimed wins over dismissed, and the counts add up", () => {
    expect(coverage(sentences, [{ start: 0, end: 15 }], new Set([1, 2]))).toEqual({
      states: ["claimed", "claimed", "dismissed"],
      claimed: 2,
      dismissed: 1,
      open: 0,
    });
  });

  test("an empty quote claims nothing", () => {
    expect(coverage(sentences, [{ start: 5, end: 5 }], new Set()).open).toBe(3);
  });
});
