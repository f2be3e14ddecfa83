import { expect, test } from "vitest";
import * as Y from "yjs";
import { threadSpans } from "#app/discussion/thread-spans.ts";
import { endsOf, spanOf, wordsOf } from "#app/discussion/words-place.ts";
import type { WordPlace } from "#domain/discussion.ts";
import { appendParagraph } from "#domain/rationale-write.ts";
import type { ThreadView } from "#server/services/discussion-view.ts";

/** A thread on these words, as they stand in the document now. */
function on(doc: Y.Doc, place: WordPlace, exact: string) {
  const from = wordsOf(doc, place).indexOf(exact);
  const ends = endsOf(doc, place, { from, to: from + exact.length });
  if (!ends) throw new Error("There are no such words.");
  return { ...JSON.parse(JSON.stringify(ends)), exact } as typeof ends & { exact: string };
}

const found = (doc: Y.Doc, place: WordPlace, words: ReturnType<typeof on>) => {
  const span = spanOf(doc, place, words);
  return span && wordsOf(doc, place).slice(span.from, span.to);
};

function written(words: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getText("statement").insert(0, words);
  return doc;
}

test("[DI7] the words of a thread move with the text, and what is typed at their ends is not theirs", () => {
  const doc = written("Around 240 residents were moved.");
  const text = doc.getText("statement");
  const words = on(doc, "statement", "240");
  text.insert(0, "The board says: ");
  text.insert(text.toString().indexOf("240"), "about ");
  text.insert(text.toString().indexOf("240") + 3, " or so");
  expect(found(doc, "statement", words)).toBe("240");
  text.insert(text.toString().indexOf("240") + 1, "9");
  expect(found(doc, "statement", words)).toBe("2940");
});

test("[DI7] words at both ends of a text are told from what is typed before and after them", () => {
  const doc = written("240");
  const words = on(doc, "statement", "240");
  doc.getText("statement").insert(3, " were moved");
  doc.getText("statement").insert(0, "Around ");
  expect(found(doc, "statement", words)).toBe("240");
});

test("[DI7] line ends that came from elsewhere count as one, as they are shown", () => {
  const doc = written("One\r\ntwo\r\nthree");
  expect(wordsOf(doc, "statement")).toBe("One\ntwo\nthree");
  const words = on(doc, "statement", "two\nthree");
  expect(spanOf(doc, "statement", words)).toEqual({ from: 4, to: 13 });
});

test("[DI7] in a rationale the words go over paragraphs and citations", () => {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment("rationale");
  appendParagraph(fragment, ["The board counts 240 ", { cite: "s1" }, ", a ceiling."]);
  appendParagraph(fragment, ["The union says otherwise."]);
  const texts = () => [...fragment.createTreeWalker((one) => one instanceof Y.XmlText)] as unknown as Y.XmlText[];
  texts()[2]?.format(15, 9, { bold: {} });
  expect(wordsOf(doc, "rationale")).toBe("The board counts 240 , a ceiling.The union says otherwise.");
  const words = on(doc, "rationale", "240 , a ceiling.The union says other");
  texts()[0]?.insert(0, "See: ");
  expect(found(doc, "rationale", words)).toBe("240 , a ceiling.The union says other");
});

test("[DI6] words that are gone are nowhere, and nothing is guessed", () => {
  const doc = written("Around 240 residents, at least 60 of them by boat.");
  const text = doc.getText("statement");
  const words = on(doc, "statement", "60 of them");
  text.delete(text.toString().indexOf("60 of them"), 10);
  expect(found(doc, "statement", words)).toBeNull();
  text.insert(0, "60 of them, then 60 of them again. ");
  expect(found(doc, "statement", words)).toBeNull();
});

test("[DI6] words that were cut and put back are found again where they stand once", () => {
  const doc = written("Around 240 residents were moved.");
  const text = doc.getText("statement");
  const words = on(doc, "statement", "240 residents");
  text.delete(7, 13);
  text.insert(0, "240 residents: ");
  expect(spanOf(doc, "statement", words)).toEqual({ from: 0, to: 13 });
});

test("[DI6] a place that leads nowhere, or into another text, breaks nothing", () => {
  const doc = written("Around 240.");
  for (const start of [
    {},
    { tname: "gaps" },
    { item: { client: 9, clock: 9 } },
    { type: { client: 1, clock: 2 } },
  ] as const)
    expect(spanOf(doc, "statement", { start, end: { tname: "statement" }, exact: "nowhere" })).toBeNull();
  expect(endsOf(doc, "gaps", { from: 0, to: 4 })).toBeNull();
});

test("[DI6] [DI22] only open threads of this card are drawn, each in its own text", () => {
  const doc = written("Around 240.");
  const about = { kind: "words" as const, place: "statement" as const, ...on(doc, "statement", "240") };
  const thread = (id: string, rest: Partial<ThreadView>): ThreadView => ({
    id,
    about,
    from: null,
    comments: [],
    resolved: null,
    ...rest,
  });
  const threads = [
    thread("open", {}),
    thread("resolved", { resolved: { by: null, at: 1 } }),
    thread("merged", { from: { number: 2, reference: "C-1-2", lastVisit: null } }),
    thread("claim", { about: { kind: "claim" } }),
  ];
  expect(threadSpans(doc, "statement", { threads, current: "open" })).toEqual([
    { id: "open", from: 7, to: 10, isCurrent: true },
  ]);
  expect(threadSpans(doc, "gaps", { threads, current: null })).toEqual([]);
});
