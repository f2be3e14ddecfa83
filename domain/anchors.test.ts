import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CONTEXT,
  codePointLength,
  findAgain,
  isAt,
  isQuoted,
  makeSelector,
  segmentsOf,
  toCodePoint,
  toUtf16,
} from "#domain/anchors.ts";
import { isAppError } from "#domain/errors.ts";
import { LIMITS } from "#domain/limits.ts";

const article = "The ministry said about 120 detainees escaped.\nThe council said up to 1,500 detainees escaped.";
const select = (text: string, words: string) => {
  const start = toCodePoint(text, text.indexOf(words));
  return makeSelector(text, start, start + codePointLength(words));
};
/** Texts rich in what goes wrong: surrogate pairs, clusters of several code points, line ends, white space. */
const tricky = fc
  .array(
    fc.constantFrom(
      "a",
      "1",
      " ",
      "\n",
      "\r\n",
      "😀",
      "👩‍👩‍👧",
      "🇸🇾",
      "e\u0301",
      "قال",
      "\u0301",
      "\ud83d",
      ".",
      "한",
      "\t",
    ),
  )
  .map((parts) => parts.join(""));

describe("code points", () => {
  test("offsets count a character outside the basic plane once", () => {
    expect(codePointLength("a😀b")).toBe(3);
    expect(toCodePoint("a😀b", 3)).toBe(2);
    expect(toUtf16("a😀b", 2)).toBe(3);
  });

  test("an offset inside a surrogate pair rounds down", () => {
    expect(toCodePoint("a😀b", 2)).toBe(1);
  });

  test("they agree with how JavaScript iterates any text, and go there and back", () => {
    fc.assert(
      fc.property(tricky, (text) => {
        expect(codePointLength(text)).toBe([...text].length);
        [...text].forEach((_, at) => {
          expect(toUtf16(text, at)).toBe([...text].slice(0, at).join("").length);
          expect(toCodePoint(text, toUtf16(text, at))).toBe(at);
        });
      }),
    );
  });
});

describe("making a selector", () => {
  test("it holds the exact words, where they stand and what is around them", () => {
    expect(select(article, "up to 1,500")).toEqual({
      exact: "up to 1,500",
      prefix: "etainees escaped.\nThe council said ".slice(-CONTEXT),
      suffix: " detainees escaped.",
      start: 64,
      end: 75,
    });
  });

  test("it is widened to whole grapheme clusters", () => {
    expect(makeSelector("x👩‍👩‍👧y", 2, 3).exact).toBe("👩‍👩‍👧");
    expect(makeSelector("cafe\u0301 noir", 0, 4).exact).toBe("cafe\u0301");
  });

  test("white space at both ends is left out", () => {
    expect(makeSelector("a  b c \r\n d", 1, 8)).toMatchObject({ exact: "b c", start: 3, end: 6 });
  });

  test("a selection without a visible character is refused with a sentence", () => {
    for (const [start, end] of [
      [1, 3],
      [0, 0],
    ] as const) {
      expect(() => makeSelector("a \u200b b", start, end)).toThrow("Select at least one word.");
    }
  });

  test("offsets outside the text are refused", () => {
    for (const [start, end] of [
      [-1, 1],
      [0, 4],
      [2, 1],
      [0.5, 1],
      [Number.NaN, 1],
    ] as const) {
      expect(() => makeSelector("a😀b", start, end)).toThrow("outside the text");
    }
  });

  test("a quote over the limit is refused, one at the limit is taken", () => {
    const long = "😀".repeat(LIMITS.quote + 1);
    expect(makeSelector(long, 0, LIMITS.quote).end).toBe(LIMITS.quote);
    expect(() => makeSelector(long, 0, LIMITS.quote + 1)).toThrow("5,000");
  });

  test("whatever it takes stands where it says, on cluster boundaries, between its context", () => {
    fc.assert(
      fc.property(tricky, fc.nat(40), fc.nat(40), (text, from, length) => {
        const selector = attempt(() => makeSelector(text, from, from + length));
        if (!selector) return;
        const points = [...text];
        expect(isAt(text, selector)).toBe(true);
        expect(selector.prefix).toBe(points.slice(Math.max(0, selector.start - CONTEXT), selector.start).join(""));
        expect(selector.suffix).toBe(points.slice(selector.end, selector.end + CONTEXT).join(""));
        const bounds = clusterBounds(text);
        expect(bounds).toContain(toUtf16(text, selector.start));
        expect(bounds).toContain(toUtf16(text, selector.end));
      }),
      { numRuns: 500 },
    );
  });

  test("the end of a two-megabyte text can be selected", () => {
    const text = "Wort 😀 ".repeat(290_000);
    const end = codePointLength(text);
    expect(makeSelector(text, end - 2, end).exact).toBe("😀");
  });
});

describe("finding a quote in a new version [never guessed silently]", () => {
  const quote = select(article, "about 120 detainees escaped");

  test("an unchanged text keeps it", () => {
    expect(findAgain(article, quote)).toEqual({ state: "same", start: quote.start, end: quote.end });
  });

  test("text that is put in further up moves it", () => {
    const middle = `${"x".repeat(50)}the number is 81 and${"y".repeat(50)}`;
    expect(findAgain(`😀${middle}`, select(middle, "81"))).toEqual({ state: "moved", start: 65, end: 67 });
  });

  test("another speaker before the same words asks for confirmation, also at the same place", () => {
    const swapped = article.replace("The ministry", "The governor");
    expect(findAgain(swapped, quote)).toMatchObject({ state: "changed", start: quote.start });
  });

  test("words that now begin the text ask, although they had nothing before them that could differ", () => {
    expect(findAgain(`Correction. ${article}`, select(article, "The ministry")).state).toBe("changed");
  });

  test("a changed digit makes it missing; it never lands on the other side's figure", () => {
    expect(findAgain(article.replace("120", "157"), quote)).toEqual({ state: "missing" });
  });

  test("a removed sentence makes it missing", () => {
    expect(findAgain(article.slice(article.indexOf("\n") + 1), quote)).toEqual({ state: "missing" });
  });

  test("words that stand twice are told apart by their surroundings, or else missing", () => {
    const second = makeSelector(article, article.lastIndexOf("detainees"), article.lastIndexOf("detainees") + 9);
    expect(findAgain(article, second)).toMatchObject({ state: "same", start: second.start });
    expect(findAgain(article.replace("1,500", "1,600"), second)).toEqual({ state: "missing" });
  });

  test("a quote is true when its words and their surroundings stand at its place", () => {
    expect(isQuoted(article, quote)).toBe(true);
    expect(isQuoted(article, { ...quote, prefix: `${quote.prefix.slice(0, -1)}x` })).toBe(false);
    expect(isQuoted(article, { ...quote, suffix: quote.suffix.slice(0, -1) })).toBe(false);
    expect(isQuoted(article, { ...quote, start: quote.start + 1 })).toBe(false);
  });

  test("half of a character is not found inside a whole one", () => {
    expect(findAgain("😀", makeSelector("a\ud83d", 1, 2))).toEqual({ state: "missing" });
    expect(findAgain("😀", makeSelector("a\ude00", 1, 2))).toEqual({ state: "missing" });
  });

  test("what is found are always the exact words", () => {
    fc.assert(
      fc.property(tricky, tricky, fc.nat(20), fc.nat(5), (text, other, from, length) => {
        const selector = attempt(() => makeSelector(text, from, from + length));
        if (!selector) return;
        for (const version of [text, other, other + text, text + other]) {
          const found = findAgain(version, selector);
          if (found.state !== "missing") expect(isAt(version, { ...selector, ...found })).toBe(true);
        }
      }),
    );
  });
});

describe("cutting a text at overlapping marks", () => {
  const mark = fc.record({
    id: fc.constantFrom("a", "b", "c"),
    start: fc.integer({ min: -3, max: 25 }),
    end: fc.integer({ min: -3, max: 25 }),
  });

  test("two overlapping marks give the pieces with one, with both and with none", () => {
    const marks = [
      { id: "a", start: 1, end: 4 },
      { id: "b", start: 3, end: 6 },
    ];
    expect(segmentsOf(8, marks)).toEqual([
      { start: 0, end: 1, ids: [] },
      { start: 1, end: 3, ids: ["a"] },
      { start: 3, end: 4, ids: ["a", "b"] },
      { start: 4, end: 6, ids: ["b"] },
      { start: 6, end: 8, ids: [] },
    ]);
  });

  test("the pieces cover everything in order and name exactly the marks on each character", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.array(mark), (length, marks) => {
        const pieces = segmentsOf(length, marks);
        expect(pieces.flatMap(({ start, end }) => range(start, end))).toEqual(range(0, length));
        for (const { start, end, ids } of pieces) {
          for (const at of range(start, end)) {
            const there = marks.filter((one) => one.start <= at && at < one.end).map((one) => one.id);
            expect([...ids].sort()).toEqual([...new Set(there)].sort());
          }
        }
      }),
    );
  });
});

const range = (start: number, end: number) => Array.from({ length: end - start }, (_, at) => start + at);

function clusterBounds(text: string): number[] {
  const parts = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text);
  return [...Array.from(parts, (one) => one.index), text.length];
}

function attempt<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (!isAppError(error)) throw error;
    return null;
  }
}
