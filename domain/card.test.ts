import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { CARD_ROOTS, readCard } from "#domain/card.ts";
import {
  addQuote,
  addSource,
  moveSource,
  removeFigure,
  removeSource,
  setField,
  setFigure,
  setSource,
} from "#domain/card-edit.ts";
import type { Figure } from "#domain/figures.ts";

const figure = (given: Partial<Figure> = {}): Figure => ({
  id: "f",
  qualifier: "exactly",
  value: "81",
  upper: "",
  unit: "",
  asOf: "",
  ...given,
});
const sourceIds = (doc: Y.Doc) => readCard(doc).sources.map((one) => one.id);

/** What two people have after they worked apart and then met. */
function merge(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
}

test("what is written is read back", () => {
  const doc = new Y.Doc();
  doc.getText("statement").insert(0, "81 were caught");
  setField(doc, "mode", "alleged");
  setField(doc, "labels", ["prison"]);
  setFigure(doc, figure());
  addQuote(doc, { id: "q", versionId: "v", exact: "81", prefix: "a", suffix: "b", start: 1, end: 3 });
  addSource(doc, "s", { url: "https://a.example/", stance: "refutes", rank: "primary", protected: true });
  expect(readCard(doc)).toMatchObject({
    statement: "81 were caught",
    mode: "alleged",
    labels: ["prison"],
    figures: [figure()],
    quotes: [{ id: "q", versionId: "v", exact: "81", prefix: "a", suffix: "b", start: 1, end: 3 }],
    sources: [{ id: "s", url: "https://a.example/", stance: "refutes", rank: "primary", protected: true, title: "" }],
  });
});

test("an empty document is an empty card with exactly the known roots", () => {
  const doc = new Y.Doc();
  expect(readCard(doc)).toMatchObject({
    statement: "",
    mode: null,
    saidWhenPrecision: "as_said",
    figures: [],
    sources: [],
  });
  expect([...doc.share.keys()].sort()).toEqual(Object.keys(CARD_ROOTS).sort());
});

describe("the order of sources", () => {
  const three = () => {
    const doc = new Y.Doc();
    for (const id of ["a", "b", "c"]) addSource(doc, id);
    return doc;
  };

  test.each([
    ["c", "a", ["c", "a", "b"]],
    ["a", "c", ["b", "a", "c"]],
    ["a", null, ["b", "c", "a"]],
    ["b", "b", ["a", "b", "c"]],
    ["b", "gone", ["a", "b", "c"]],
    ["gone", "a", ["a", "b", "c"]],
  ])("moving %s before %s", (id, before, order) => {
    const doc = three();
    moveSource(doc, readCard(doc).sources, id, before);
    expect(sourceIds(doc)).toEqual(order);
  });

  test("two people who add at the same time see the same order, and can still move between the two", () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()];
    addSource(one, "a");
    addSource(other, "b");
    merge(one, other);
    expect(sourceIds(one)).toEqual(["a", "b"]);
    expect(sourceIds(other)).toEqual(["a", "b"]);
    addSource(one, "c");
    moveSource(one, readCard(one).sources, "c", "b");
    expect(sourceIds(one)).toEqual(["a", "c", "b"]);
  });

  test("an order key that is none stops neither adding nor moving", () => {
    const doc = three();
    (doc.getMap("sources").get("b") as Y.Map<unknown>).set("order", "~~~");
    addSource(doc, "d");
    moveSource(doc, readCard(doc).sources, "a", null);
    expect(sourceIds(doc).at(-1)).toBe("a");
    expect(sourceIds(doc)).toHaveLength(4);
  });

  test("any series of moves keeps every source and puts the moved one where it was asked", () => {
    const moves = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("a", "b", "c", null)));
    fc.assert(
      fc.property(moves, (list) => {
        const doc = three();
        for (const [id, before] of list) {
          moveSource(doc, readCard(doc).sources, id, before);
          const order = sourceIds(doc);
          expect([...order].sort()).toEqual(["a", "b", "c"]);
          if (id !== before) expect(order[order.indexOf(id) + 1] ?? null).toBe(before);
        }
      }),
    );
  });
});

test("two people's digits never merge into one number", () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  setFigure(one, figure({ value: "120" }));
  merge(one, other);
  setFigure(one, figure({ value: "157" }));
  setFigure(other, figure({ value: "1500", qualifier: "up_to" }));
  merge(one, other);
  const [agreed] = readCard(one).figures;
  expect(readCard(other).figures).toEqual([agreed]);
  expect([figure({ value: "157" }), figure({ value: "1500", qualifier: "up_to" })]).toContainEqual(agreed);
});

test("changing what somebody removed meanwhile does nothing", () => {
  const doc = new Y.Doc();
  addSource(doc, "s");
  setFigure(doc, figure());
  removeSource(doc, "s");
  removeFigure(doc, "f");
  setSource(doc, "s", "title", "late");
  expect(readCard(doc)).toMatchObject({ sources: [], figures: [] });
});

test("whatever another program wrote into the maps, the reader answers with valid values", () => {
  const junk = fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.constant(new Uint8Array(2)), fc.double());
  const keys = fc.constantFrom("claimant", "mode", "labels", "saidWhenPrecision", "f", "q", "s", "order");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom("fields", "figures", "quotes", "sources"), keys, junk)),
      junk,
      (entries, inside) => {
        const doc = new Y.Doc();
        for (const [root, key, value] of entries) doc.getMap(root).set(key, value);
        doc.getMap("sources").set(
          "x",
          new Y.Map([
            ["order", inside],
            ["stance", inside],
            ["url", inside],
          ]),
        );
        doc.getMap("quotes").set("y", { versionId: "v", start: inside, exact: inside });
        const card = readCard(doc);
        expect(card.sources.find((one) => one.id === "x")?.stance).toMatch(/^(?:supports|refutes|context)$/);
        expect(card.quotes.every((one) => one.start >= 0 && typeof one.exact === "string")).toBe(true);
        expect(typeof card.claimant).toBe("string");
        expect(card.labels.every((one) => typeof one === "string")).toBe(true);
      },
    ),
  );
});
