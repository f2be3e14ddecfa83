import { expect, test } from "vitest";
import * as Y from "yjs";
import { placeIn } from "#app/card/place-in.ts";
import { rootsOf, textRoot } from "#domain/card-roots.ts";

function cardDoc() {
  const doc = new Y.Doc();
  rootsOf(doc);
  const text = textRoot(doc, "statement");
  text.insert(0, "300 containers");
  return { doc, text };
}

test("a caret is found again where it was said to stand", () => {
  const { doc, text } = cardDoc();
  const told = JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(text, 3)));
  expect(placeIn(doc, told)).toMatchObject({ type: text, index: 3 });
});

test("[ED7] a place that names nothing is nowhere, and changes nothing", () => {
  const { doc } = cardDoc();
  const roots = [...doc.share.keys()];
  const strange = [
    {},
    null,
    "up here",
    { type: null, tname: null, item: null },
    { type: { client: 1, clock: 7 } },
    { item: { client: 1, clock: -1 } },
    { item: { client: 9, clock: 99 }, assoc: "x" },
    { tname: "somewhere else" },
    { tname: "__proto__" },
    { type: { client: "x", clock: {} } },
  ];
  for (const position of strange) expect(placeIn(doc, position), JSON.stringify(position)).toBeNull();
  expect([...doc.share.keys()]).toEqual(roots);
});
