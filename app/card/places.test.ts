import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { lastWriter, placeText, writersOf } from "#app/card/places.ts";
import { readCard, SOURCE_STRINGS } from "#domain/card.ts";
import { addSource, setField, setFigure, setSource } from "#domain/card-edit.ts";
import { rootsOf, textRoot } from "#domain/card-roots.ts";
import { figureSayer } from "#domain/figure-words.ts";
import { placeWords } from "#domain/place-words.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import { english } from "#domain/words/english.ts";

const inWords = figureSayer({ language: "en", catalogue: CATALOGUES.en });

describe("what is offered for copying", () => {
  test("[ED4] has every word of a source", () => {
    const doc = new Y.Doc();
    const given = Object.fromEntries(SOURCE_STRINGS.map((key) => [key, `the ${key}`]));
    addSource(doc, "s1", given);
    expect(placeText(readCard(doc), "sources/s1", inWords).split("\n").sort()).toEqual(Object.values(given).sort());
  });

  test("[ED4] has the time for which a figure holds", () => {
    const doc = new Y.Doc();
    setFigure(doc, { id: "f1", qualifier: "up_to", value: "1500", upper: "", unit: "men", asOf: "Monday evening" });
    expect(placeText(readCard(doc), "figures/f1", inWords)).toBe("up to 1,500 men as of Monday evening");
  });
});

test("[ED7] a place that no card has is named in general words, whatever it is called", () => {
  for (const place of ["__proto__", "constructor", "toString/x", "hasOwnProperty", "", "nowhere"])
    expect(placeWords(english("places"), place)).toBe("The card");
  expect(placeWords(english("places"), "figures/f1")).toBe("Figures");
});

test("[ED8] who wrote a short field last is known, also inside a source or a figure", () => {
  const [ana, bo] = [new Y.Doc(), new Y.Doc()];
  setField(ana, "claimant", "Breitbart news desk");
  addSource(ana, "s1", { title: "Letter" });
  Y.applyUpdate(bo, Y.encodeStateAsUpdate(ana));
  setSource(bo, "s1", "title", "Union letter");
  setFigure(bo, { id: "f1", qualifier: "up_to", value: "1500", upper: "", unit: "men", asOf: "" });
  Y.applyUpdate(ana, Y.encodeStateAsUpdate(bo));
  expect(lastWriter(ana, "fields/claimant")).toBe(ana.clientID);
  expect(lastWriter(ana, "sources/s1/title")).toBe(bo.clientID);
  expect(lastWriter(ana, "figures/f1/unit")).toBe(bo.clientID);
  expect(lastWriter(ana, "fields/outlet")).toBeNull();
});

test("of an edit that holds what several people wrote, each place knows who wrote there, and nobody took out", () => {
  const [bo, chen, mine] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  for (const doc of [bo, chen, mine]) rootsOf(doc);
  textRoot(mine, "gaps").insert(0, "Who?");
  for (const doc of [bo, chen]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(mine));
  textRoot(bo, "statement").insert(0, "It rained.");
  addSource(chen, "s1");
  textRoot(chen, "statement").insert(0, "On Monday. ");
  textRoot(chen, "gaps").delete(0, 4);
  let seen: ReturnType<typeof writersOf> | undefined;
  mine.on("afterTransaction", (transaction) => {
    seen = writersOf(mine, transaction);
  });
  mine.transact(() => {
    for (const doc of [bo, chen]) Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc));
  });
  expect(seen?.get("statement")).toEqual(new Set([bo.clientID, chen.clientID]));
  expect(seen?.get("sources/s1")).toEqual(new Set([chen.clientID]));
  expect(seen?.get("gaps")).toBeUndefined();
});
