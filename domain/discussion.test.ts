import { expect, test } from "vitest";
import * as Y from "yjs";
import { threadAbout, wordPosition } from "#domain/discussion.ts";

test("[DI5] a place is what Yjs writes for one of the card's texts", () => {
  const doc = new Y.Doc();
  const text = doc.getText("statement");
  text.insert(0, "Around 240.");
  for (const [at, assoc] of [
    [0, 0],
    [0, -1],
    [6, 0],
    [11, -1],
    [11, 0],
  ] as const) {
    const json = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, at, assoc));
    expect(wordPosition.parse(json)).toEqual(json);
  }
});

const words = { kind: "words", place: "statement", start: { tname: "statement" }, end: {}, exact: "240" };

test("[DI5] anything else is none, whatever it is and however much", () => {
  expect(threadAbout.safeParse(words).success).toBe(true);
  for (const start of [
    null,
    "statement",
    { tname: "__proto__" },
    { tname: "sources" },
    { item: { client: -1, clock: 0 } },
    { item: { client: 1, clock: 1.5 } },
    { item: { client: 1, clock: Number.POSITIVE_INFINITY } },
    { item: { client: 1, clock: 1, more: "x".repeat(100_000) } },
    { assoc: 2 },
    { other: {} },
  ])
    expect(threadAbout.safeParse({ ...words, start }).success).toBe(false);
  for (const change of [{ place: "sources" }, { exact: "" }, { exact: "a".repeat(5_001) }, { more: 1 }])
    expect(threadAbout.safeParse({ ...words, ...change }).success).toBe(false);
  expect(threadAbout.safeParse({ kind: "source", sourceId: "" }).success).toBe(false);
});
