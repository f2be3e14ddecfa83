import { describe, expect, test } from "vitest";
import { modelsOf } from "#app/article/article-model.ts";
import { splitSentences } from "#domain/sentences.ts";
import type { MarkView, SentenceView } from "#server/services/document-view.ts";

const text = "One fled. Two stayed.\nNobody knows.";
const sentences: SentenceView[] = splitSentences(text).map((span, ordinal) => ({
  ordinal,
  ...span,
  state: "open",
  reason: null,
  by: null,
}));
const mark = (quoteId: string, start: number, end: number, claimId = "c1"): MarkView => ({
  ...{
    claimId,
    claimNumber: 1,
    reference: "C-14-1",
    quoteId,
    start,
    end,
    statement: "One fled",
    claimant: "",
    language: "en",
  },
  ...{ status: "inbox", mark: "none", ratingLabel: null },
});
const again = <T>(given: T): T => structuredClone(given);

describe("what is drawn of an article", () => {
  test("loading the same again draws nothing anew; a new mark draws its own paragraph only", () => {
    const before = modelsOf({ text, sentences, marks: [] }, [], []);
    const same = modelsOf({ text, sentences: again(sentences), marks: [] }, [], before);
    expect(same.map((model, index) => model === before[index])).toEqual([true, true]);
    const marked = modelsOf({ text, sentences: again(sentences), marks: [mark("q1", 4, 8)] }, [], same);
    expect(marked.map((model, index) => model === before[index])).toEqual([false, true]);
  });

  test("a claim that is being made is drawn where it will be", () => {
    const [first] = modelsOf({ text, sentences, marks: [] }, [{ id: "m1", start: 0, end: 3 }], []);
    expect([...(first?.making ?? [])]).toEqual(["m1"]);
  });

  test("of a claim's several quotes the first is the one that links lead to", () => {
    const models = modelsOf({ text, sentences, marks: [mark("q1", 0, 3), mark("q2", 22, 28)] }, [], []);
    expect(models.map((one) => [...one.firsts])).toEqual([["q1"], []]);
  });
});
