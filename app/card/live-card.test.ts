import { expect, test } from "vitest";
import * as Y from "yjs";
import { LiveCard } from "#app/card/live-card.ts";
import { readCard } from "#domain/card.ts";
import { addSource, setField, setFigure, setSource } from "#domain/card-edit.ts";
import { rootsOf, textRoot } from "#domain/card-roots.ts";
import { appendParagraph } from "#domain/rationale-write.ts";

function open() {
  const doc = new Y.Doc();
  rootsOf(doc);
  const live = new LiveCard(doc);
  doc.on("update", (_update, _from, _doc, transaction) => live.note(transaction));
  live.refresh();
  return { doc, live };
}

const figure = { id: "f1", qualifier: "up_to" as const, value: "1500", upper: "", unit: "people", asOf: "" };

test("after every kind of edit the card says what its document says", () => {
  const { doc, live } = open();
  const edits: ((doc: Y.Doc) => void)[] = [
    (on) => textRoot(on, "statement").insert(0, "At least 120 were moved."),
    (on) => textRoot(on, "gaps").insert(0, "Who counted?"),
    (on) => textRoot(on, "verdict").insert(0, "So it was."),
    (on) => setField(on, "claimant", "The ministry"),
    (on) => setFigure(on, figure),
    (on) => addSource(on, "s1"),
    (on) => setSource(on, "s1", "title", "Bulletin"),
    (on) => appendParagraph(on.getXmlFragment("rationale"), ["Both sides gave a list ", { cite: "s1" }, "."]),
    (on) => (on.getXmlFragment("rationale").get(0) as Y.XmlElement).delete(0, 1),
  ];
  for (const edit of edits) {
    doc.transact(() => edit(doc));
    live.refresh();
    expect(live.read()).toEqual(readCard(doc));
  }
});

test("what an edit leaves alone stays the same object, and nothing is told when nothing changed", () => {
  const { doc, live } = open();
  setFigure(doc, figure);
  live.refresh();
  const before = live.read();
  let told = 0;
  live.subscribe(() => told++);
  live.refresh();
  expect([told, live.read()]).toEqual([0, before]);
  textRoot(doc, "gaps").insert(0, "Who counted?");
  live.refresh();
  expect(told).toBe(1);
  expect(live.read()?.figures).toBe(before?.figures);
  expect(live.read()?.gaps).toBe("Who counted?");
});
