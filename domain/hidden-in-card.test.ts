import { expect, test } from "vitest";
import * as Y from "yjs";
import { readCard } from "#domain/card.ts";
import { addSource, setField, setFigure } from "#domain/card-edit.ts";
import { rationaleRoot, rootsOf, textRoot } from "#domain/card-roots.ts";
import { hiddenInCard, takeOutHidden } from "#domain/hidden-in-card.ts";

/** A card whose every text is "a" and "b" with this between. */
function cardWith(between: string): Y.Doc {
  const doc = new Y.Doc();
  rootsOf(doc);
  const words = `a${between}b`;
  textRoot(doc, "statement").insert(0, words);
  textRoot(doc, "gaps").insert(0, words);
  setField(doc, "claimant", words);
  addSource(doc, "s1", { quote: words });
  setFigure(doc, { id: "f1", qualifier: "up_to", value: "120", upper: "", unit: words, asOf: "" });
  const paragraph = new Y.XmlElement("paragraph");
  rationaleRoot(doc).insert(0, [paragraph]);
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  text.insert(0, "bold ", { bold: {} });
  text.insert(5, words, {});
  return doc;
}

test("[ED9] characters that nobody sees are named by where they stand, and taken out, and nothing else", () => {
  const doc = cardWith("\u202e\u200b");
  const places = ["statement", "details", "figure", "source", "rationale", "gaps"];
  expect(hiddenInCard(readCard(doc))).toEqual(places);
  takeOutHidden(doc, readCard(doc));
  expect(hiddenInCard(readCard(doc))).toEqual([]);
  const without = (card: ReturnType<typeof readCard>) => JSON.stringify({ ...card, figures: card.figures });
  expect(without(readCard(doc))).toBe(without(readCard(cardWith(""))));
});

test("[ED9] a card without them is not touched", () => {
  const doc = cardWith("می‌گوید 👩‍🚒");
  const before = Y.encodeStateVector(doc);
  takeOutHidden(doc, readCard(doc));
  expect(Y.encodeStateVector(doc)).toEqual(before);
  expect(hiddenInCard(readCard(doc))).toEqual([]);
});
