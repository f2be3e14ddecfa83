import { expect, test } from "vitest";
import { findAgain, makeSelector } from "#domain/anchors.ts";
import { guessClaimant } from "#domain/claimant-guess.ts";
import { guessFigures, parseAmount } from "#domain/figures.ts";
import { splitSentences } from "#domain/sentences.ts";

// Each of these takes minutes, and with it the whole desk, when the work grows with the square of the length.
const LONG = 300_000;

test("a text of initials without an end is cut into sentences in time that grows with its length", () => {
  const text = `${"a.".repeat(LONG)}! Then it ended.`;
  expect(splitSentences(text)).toEqual([
    { start: 0, end: 2 * LONG + 1 },
    { start: 2 * LONG + 2, end: text.length },
  ]);
});

test("quotation marks that nobody closes do not stop the guess of who says it", () => {
  expect(guessClaimant("“".repeat(LONG))).toBeNull();
  expect(guessClaimant(`The Health Ministry said ${"“".repeat(100)}yes.`)?.claimant).toBe("Health Ministry");
});

test("a quote from the beginning of a monotonous text is looked for where the text begins", () => {
  const text = "a".repeat(LONG);
  expect(findAgain(text, makeSelector(text, 0, 100))).toEqual({ state: "same", start: 0, end: 100 });
  expect(findAgain(text, makeSelector(text, LONG - 100, LONG))).toEqual({
    state: "same",
    start: LONG - 100,
    end: LONG,
  });
  expect(findAgain(`b${text}`, makeSelector(text, 0, 100)).state).toBe("missing");
});

test("amounts and figures without an end are refused or left out", () => {
  expect(parseAmount(`${"1 ".repeat(LONG)}!`)).toBeNull();
  expect(parseAmount(`1${" ".repeat(LONG)}1${" ".repeat(LONG)}!`)).toBeNull();
  expect(guessFigures(`111${",111".repeat(1_200)}x`)).toEqual([]);
  expect(guessFigures("between 1 and ".repeat(350)).length).toBeLessThan(400);
});
