import { expect, test } from "vitest";
import * as Y from "yjs";
import { rationaleRoot } from "#domain/card-roots.ts";
import { emptyCard } from "#domain/empty-card.ts";
import { readRationale } from "#domain/rationale-read.ts";
import { busy } from "#server/collab/busy.fixture.ts";

/** A paragraph as its author has it, and what its deletion sends. */
type Case = { whole: Uint8Array; deletion: Uint8Array };

/** `write` fills the paragraph, of which then everything is deleted. */
function paragraph(write: (words: Y.XmlText) => void): Case {
  const doc = new Y.Doc();
  const words = new Y.XmlText();
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [words]);
  rationaleRoot(doc).insert(0, [element]);
  doc.transact(() => write(words));
  const whole = Y.encodeStateAsUpdate(doc);
  const vector = Y.encodeStateVector(doc);
  words.delete(0, words.length);
  return { whole, deletion: Y.encodeStateAsUpdate(doc, vector) };
}

const everyThirdLetter = (count: number) => (words: Y.XmlText) => {
  words.insert(0, "ab".repeat(count * 2));
  for (let at = 0; at < count; at++) words.format(at * 3, 1, at % 2 ? { bold: {} } : { italic: {} });
};

/** Written from right to left: no letter follows the one that was typed before it, so each is a part of its own. */
const backwards = (count: number) => (words: Y.XmlText) => {
  for (let at = 0; at < count; at++) words.insert(0, "a");
  words.format(count >> 1, 1, { bold: {} });
};

test.each([
  ["every third letter formatted", everyThirdLetter(3_000)],
  ["six thousand letters written backwards, one of them bold", backwards(6_000)],
])("[RT49] a deletion costs no copy more than what it deletes: %s", (_, write) => {
  const { whole, deletion } = paragraph(write);
  const costOf = (doc: Y.Doc) => {
    Y.applyUpdate(doc, whole);
    return { doc, cost: busy(() => Y.applyUpdate(doc, deletion)) };
  };
  const [ours, stock] = [costOf(emptyCard()), costOf(new Y.Doc())];
  expect(ours.cost).toBeLessThan(stock.cost / 4);
  expect(readRationale(rationaleRoot(ours.doc))).toEqual(readRationale(rationaleRoot(stock.doc)));
});

test("[RT110] of the marks that are left on no words in an ordinary text only the last stays, as Yjs does it", () => {
  const { whole } = paragraph((words) => words.insert(0, "Up to 120 people"));
  const author = new Y.Doc();
  Y.applyUpdate(author, whole);
  const steps = new Y.UndoManager(rationaleRoot(author));
  wordsOf(author).insert(6, "about ");
  const colleague = new Y.Doc();
  Y.applyUpdate(colleague, Y.encodeStateAsUpdate(author));
  wordsOf(colleague).format(6, 6, { bold: {} });
  steps.undo();
  const copy = emptyCard();
  for (const { doc, has } of [
    { doc: colleague, has: 2 },
    { doc: author, has: 1 },
  ]) {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    expect(marksIn(copy)).toBe(has);
  }
});

const wordsOf = (doc: Y.Doc) => (rationaleRoot(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;

const marksIn = (doc: Y.Doc) =>
  [...doc.store.clients.values()]
    .flat()
    .filter((one) => one instanceof Y.Item && !one.deleted && one.content instanceof Y.ContentFormat).length;
