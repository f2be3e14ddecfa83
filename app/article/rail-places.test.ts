import { describe, expect, test } from "vitest";
import { claimNear, countWhile, openPassages, sentenceAt } from "#app/article/rail-places.ts";
import type { MarkView, SentenceView } from "#server/services/document-view.ts";

const sentences = (["open", "open", "claimed", "open", "dismissed"] as const).map(
  (state, ordinal): SentenceView => ({
    ...{ ordinal, state, start: ordinal * 10, end: ordinal * 10 + 9, reason: null, by: null },
  }),
);
const mark = (reference: string, start: number, end: number) => ({ reference, start, end }) as MarkView;

describe("the map of the text", () => {
  test("[AR2] open sentences that follow one another are one passage", () => {
    expect(openPassages(sentences)).toEqual([
      { start: 0, end: 19 },
      { start: 30, end: 39 },
    ]);
    expect(openPassages([])).toEqual([]);
  });

  test("[AR2] every place belongs to a sentence, also one between two", () => {
    expect([0, 9, 10, 29, 999].map((offset) => sentenceAt(sentences, offset))).toEqual([0, 0, 1, 2, 4]);
    expect(sentenceAt([], 3)).toBe(0);
  });

  test("[AR2] the nearest claim is meant, of two around one place the shorter, and none that is far", () => {
    const marks = [mark("C-1-1", 0, 50), mark("C-1-2", 20, 30), mark("C-1-3", 90, 99)];
    expect(claimNear(marks, 25, 5)?.reference).toBe("C-1-2");
    expect(claimNear(marks, 88, 5)?.reference).toBe("C-1-3");
    expect(claimNear(marks, 70, 5)).toBeNull();
  });

  test("a place in a long list is found without reading it all", () => {
    const asked: number[] = [];
    const isSo = (at: number) => {
      asked.push(at);
      return at < 700;
    };
    expect(countWhile(1000, isSo)).toBe(700);
    expect(asked.length).toBeLessThan(12);
  });
});
