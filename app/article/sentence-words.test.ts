import { describe, expect, test } from "vitest";
import { claimOn, countStates, dismissedAs, nextOpen, stateWords, touched } from "#app/article/sentence-words.ts";
import { english } from "#domain/words/english.ts";
import type { SentenceView } from "#server/services/document-view.ts";

const states = ["claimed", "open", "open", "claimed"] as const;
const sentences: SentenceView[] = states.map((state, ordinal) => ({
  ordinal,
  start: ordinal * 10,
  end: ordinal * 10 + 9,
  state,
  reason: null,
  by: null,
}));

describe("the sentences of an article", () => {
  test("a selection touches those it shares a character with", () => {
    expect(touched(sentences, { start: 9, end: 21 })).toEqual([1, 2]);
    expect(touched(sentences, { start: 9, end: 10 })).toEqual([]);
  });

  test("a claim on exactly these words is found, spaces around them aside", () => {
    const marks = [{ start: 4, end: 8, reference: "C-1-1" }];
    expect(claimOn("One two. Three.", { start: 3, end: 9 }, marks)?.reference).toBe("C-1-1");
    expect(claimOn("One two. Three.", { start: 4, end: 7 }, marks)).toBeNull();
    expect(claimOn("🚢   two.", { start: 2, end: 8 }, marks)?.reference).toBe("C-1-1");
  });

  test("the next open one is looked for onwards, then from the beginning", () => {
    expect(nextOpen(sentences, null)).toBe(1);
    expect(nextOpen(sentences, 1)).toBe(2);
    expect(nextOpen(sentences, 2)).toBe(1);
    expect(nextOpen(sentences.slice(0, 1), null)).toBeNull();
  });

  test("a dismissal shows at once, with who and why, and never hides a claim", () => {
    const after = dismissedAs(sentences, [0, 1], "not_checkable", "Bo");
    expect(after.map((one) => one.state)).toEqual(["claimed", "dismissed", "open", "claimed"]);
    expect(stateWords(english("article"), after[1] as SentenceView)).toBe("not checkable, says Bo");
    expect(countStates(after)).toEqual({ claimed: 2, dismissed: 1, open: 1 });
    expect(dismissedAs(after, [1], null, "Bo")[1]).toMatchObject({ state: "open", reason: null, by: null });
  });
});
