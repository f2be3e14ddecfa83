import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { placeAfter, placeOfDrop, STEPS, sourceAfter } from "#app/card/source-order.ts";
import { readCard } from "#domain/card.ts";
import { addSource, moveSource, removeSource } from "#domain/card-edit.ts";

const ids = (doc: Y.Doc) => readCard(doc).sources.map((one) => one.id);

function cardOf(...sources: string[]): Y.Doc {
  const doc = new Y.Doc();
  for (const id of sources) addSource(doc, id);
  return doc;
}

function copy(doc: Y.Doc): Y.Doc {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  return other;
}

function merge(one: Y.Doc, other: Y.Doc): void {
  const [mine, theirs] = [Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(other)];
  Y.applyUpdate(one, theirs);
  Y.applyUpdate(other, mine);
}

function put(doc: Y.Doc, id: string, to: number): void {
  const { sources } = readCard(doc);
  moveSource(doc, sources, id, sourceAfter(sources, id, to));
}

const place = fc.nat(4);
const move = fc.record({ at: place, to: place });
const FIVE = ["a", "b", "c", "d", "e"];

test("[ED13] a source that is put somewhere stands there, and the others keep their order", () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
      const doc = cardOf(...FIVE);
      for (const { at, to } of moves) {
        const before = ids(doc);
        const id = before[at] as string;
        put(doc, id, to);
        expect(ids(doc)).toEqual(before.filter((one) => one !== id).toSpliced(to, 0, id));
      }
    }),
  );
});

test("[ED13] what two people put in order at the same moment merges: each source is there once, for both alike", () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 6 }), fc.array(move, { maxLength: 6 }), (mine, theirs) => {
      const one = cardOf(...FIVE);
      const other = copy(one);
      for (const { at, to } of mine) put(one, ids(one)[at] as string, to);
      for (const { at, to } of theirs) put(other, ids(other)[at] as string, to);
      const alone = theirs.length === 0 ? ids(one) : null;
      merge(one, other);
      expect(ids(one)).toEqual(ids(other));
      expect([...ids(one)].sort()).toEqual(FIVE);
      if (alone) expect(ids(one)).toEqual(alone);
    }),
  );
});

test("[ED13] two sources that people move to different places both stand where they were put", () => {
  const one = cardOf(...FIVE);
  const other = copy(one);
  put(one, "e", 0);
  put(other, "a", 4);
  merge(one, other);
  expect(ids(one)).toEqual(["e", "b", "c", "d", "a"]);
});

test("[ED13] a source goes between two that people added at the same moment", () => {
  const one = cardOf("a");
  const other = copy(one);
  addSource(one, "b");
  addSource(other, "c");
  merge(one, other);
  put(one, "a", 1);
  expect(ids(one)).toEqual(["b", "a", "c"]);
});

test("[ED13] a source that a colleague removes while it is moved stays removed", () => {
  const one = cardOf(...FIVE);
  const other = copy(one);
  put(one, "c", 0);
  removeSource(other, "c");
  merge(one, other);
  expect(ids(one)).toEqual(["a", "b", "d", "e"]);
});

test("[ED13] a step leads one place on or to an end, and nowhere from there", () => {
  expect(STEPS.map((step) => placeAfter(step, 2, 4))).toEqual([0, 1, 3, 3]);
  expect(STEPS.map((step) => placeAfter(step, 0, 4))).toEqual([null, null, 1, 3]);
  expect(STEPS.map((step) => placeAfter(step, 3, 4))).toEqual([0, 2, null, null]);
  expect(STEPS.map((step) => placeAfter(step, 0, 1))).toEqual([null, null, null, null]);
});

test("[ED13] a source is dropped above or below the one under the pointer", () => {
  const { sources } = readCard(cardOf(...FIVE));
  expect(placeOfDrop(sources, "e", "b", false)).toBe(1);
  expect(placeOfDrop(sources, "e", "b", true)).toBe(2);
  expect(placeOfDrop(sources, "a", "c", false)).toBe(1);
  expect(placeOfDrop(sources, "a", "gone", false)).toBe(null);
  expect(placeOfDrop(sources, "gone", "a", false)).toBe(null);
});
