import { expect, test } from "vitest";
import * as Y from "yjs";
import { emptyCard } from "#domain/empty-card.ts";
import { checkUpdate } from "#server/collab/guard.ts";

const anybody = { memberId: "ada", ownerOf: () => "ada" };

/** What a client sends that writes to an empty card. */
function written(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = emptyCard();
  write(doc);
  return Y.encodeStateAsUpdate(doc);
}

const inRationale = (type: unknown) => (doc: Y.Doc) =>
  doc.getXmlFragment("rationale").insert(0, [type as Y.XmlElement]);

function attributed(key: string): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.setAttribute(key, "x");
  return paragraph;
}

test.each<[string, (doc: Y.Doc) => void]>([
  ["a map among the paragraphs", inRationale(new Y.Map())],
  ["a list among the paragraphs", inRationale(new Y.Array())],
  ["plain text among the paragraphs", inRationale(new Y.Text("x"))],
  ["a fragment among the paragraphs", inRationale(new Y.XmlFragment())],
  ["a hook among the paragraphs", inRationale(new Y.XmlHook("paragraph"))],
  ["an iframe", inRationale(new Y.XmlElement("iframe"))],
  ["an attribute named like what every object has", inRationale(attributed("toString"))],
  ["an element named like what every object has", inRationale(new Y.XmlElement("constructor"))],
  ["a list with a key called constructor in it", (doc) => doc.getMap("fields").set("labels", [{ constructor: "x" }])],
  ["a figure with an endless key", (doc) => doc.getMap("figures").set("f", { ["x".repeat(201)]: "x" })],
  ["a list with a key called prototype in it", (doc) => doc.getMap("fields").set("labels", [[{ prototype: "x" }]])],
  ["a number too large to be one", (doc) => doc.getMap("fields").set("claimant", 2n ** 60n)],
])("[RT54] %s is refused, and no object of the server has anything of it", (_what, write) => {
  const update = written(write);
  expect(() => checkUpdate(emptyCard(), update, anybody)).toThrow(expect.objectContaining({ code: 4400 }));
  expect(({} as { x?: unknown }).x).toBeUndefined();
});
