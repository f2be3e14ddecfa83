import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { rationaleRoot } from "#domain/card-roots.ts";
import { emptyCard } from "#domain/empty-card.ts";
import { materialRationale } from "#domain/rationale-material.ts";
import { rationaleReader, readRationale } from "#domain/rationale-read.ts";

const NAMES = ["paragraph", "bulletList", "orderedList", "listItem", "blockquote", "citation", "hardBreak", "other"];

type Edit = (doc: Y.Doc) => void;
type Place = (doc: Y.Doc) => Y.XmlFragment;

/** Some element of the rationale, by a few turns from its root. */
const places: fc.Arbitrary<Place> = fc.array(fc.nat(5), { maxLength: 4 }).map((turns) => (doc) => {
  let at: Y.XmlFragment = rationaleRoot(doc);
  for (const turn of turns) {
    const elements = at.toArray().filter((one): one is Y.XmlElement => one instanceof Y.XmlElement);
    at = elements[turn % elements.length] ?? at;
  }
  return at;
});
const word = fc.constantFrom("a", "bc", "é", "ع");

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(places, fc.constantFrom(...NAMES), fc.nat(9)).map(
    ([place, name, at]): Edit =>
      (doc) => {
        const parent = place(doc);
        const element = new Y.XmlElement(name);
        parent.insert(at % (parent.length + 1), [element]);
        element.insert(0, [new Y.XmlText("words")]);
      },
  ),
  fc.tuple(places, word).map(
    ([place, text]): Edit =>
      (doc) => {
        const first = place(doc)
          .toArray()
          .find((one) => one instanceof Y.XmlText);
        first?.insert(0, text, { bold: {} });
      },
  ),
  fc.tuple(places, fc.nat(9)).map(
    ([place, at]): Edit =>
      (doc) => {
        const parent = place(doc);
        if (parent.length > 0) parent.delete(at % parent.length, 1);
      },
  ),
  fc.tuple(places, fc.constantFrom("lang", "cite", "sourceId"), word).map(
    ([place, name, text]): Edit =>
      (doc) => {
        const element = place(doc);
        if (element instanceof Y.XmlElement) element.setAttribute(name, text);
      },
  ),
);

/** Some edits in one transaction, of oneself or a colleague, with a reading in its middle or without one. */
const steps = fc.record({
  edits: fc.array(edits, { maxLength: 4 }),
  isRemote: fc.boolean(),
  isReadInside: fc.boolean(),
});

test("a rationale that is read again after each edit says what a fresh reading says", () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 20 }), (list) => {
      const [doc, colleague] = [emptyCard(), emptyCard()];
      const read = rationaleReader(doc);
      for (const step of list) {
        const target = step.isRemote ? colleague : doc;
        target.transact(() => {
          for (const edit of step.edits) {
            edit(target);
            if (step.isReadInside) expect(read()).toEqual(readRationale(rationaleRoot(doc)));
          }
        });
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(colleague));
        Y.applyUpdate(colleague, Y.encodeStateAsUpdate(doc));
        expect(read()).toEqual(readRationale(rationaleRoot(doc)));
      }
    }),
  );
});

test("words side by side with the same marks are read as one, in however many pieces they stand", () => {
  const doc = emptyCard();
  const paragraph = new Y.XmlElement("paragraph");
  const [first, second] = [new Y.XmlText(), new Y.XmlText()];
  paragraph.insert(0, [first, second]);
  rationaleRoot(doc).insert(0, [paragraph]);
  for (const [at, letter] of [..."abc"].entries()) first.insert(at, letter, { italic: {}, [`unknown${at}`]: {} });
  second.insert(0, "d", { italic: {} });
  second.insert(1, "e", { bold: {}, italic: null });
  second.insert(2, "f", { bold: {}, link: { href: "https://example.org/" } });
  expect(first.toDelta()).toHaveLength(3);
  const [read] = readRationale(rationaleRoot(doc));
  expect(read).toEqual({
    type: "paragraph",
    children: [
      { type: "text", text: "abcd", italic: true },
      { type: "text", text: "e", bold: true },
      { type: "text", text: "f", bold: true, href: "https://example.org/" },
    ],
  });
});

test("what an edit leaves alone stays the same object, also what a sign-off covers of it", () => {
  const doc = emptyCard();
  const paragraph = (text: string) => {
    const element = new Y.XmlElement("paragraph");
    element.insert(0, [new Y.XmlText(text)]);
    return element;
  };
  const changed = paragraph("two");
  const entries = [paragraph("one"), changed].map((child) => {
    const entry = new Y.XmlElement("listItem");
    entry.insert(0, [child]);
    return entry;
  });
  const list = new Y.XmlElement("bulletList");
  list.insert(0, entries);
  rationaleRoot(doc).insert(0, [paragraph("first"), list]);
  const read = rationaleReader(doc);
  const [first, then] = read();
  const material = materialRationale(read());
  changed.insert(0, [new Y.XmlText("x")]);
  const [firstNow, thenNow] = read();
  expect(firstNow).toBe(first);
  if (then?.type !== "list" || thenNow?.type !== "list") throw new Error("There is no list.");
  expect(thenNow.entries[0]).toBe(then.entries[0]);
  expect(thenNow.entries[1]).not.toEqual(then.entries[1]);
  expect(materialRationale(read())[0]).toBe(material[0]);
});
