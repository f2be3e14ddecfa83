import { expect, test } from "vitest";
import * as Y from "yjs";
import { addSource } from "#domain/card-edit.ts";
import { rationaleRoot } from "#domain/card-roots.ts";
import { emptyCard } from "#domain/empty-card.ts";
import { appendParagraph } from "#domain/rationale-write.ts";
import { authorshipOf } from "#server/past/authorship.ts";
import { PastCard } from "#server/past/past-card.ts";

/** Several people's copies of one card; each edit is a row of its log. */
function table(...names: string[]) {
  const rows: Uint8Array[] = [];
  const docs = new Map(names.map((name) => [name, emptyCard()]));
  const write = (name: string, edit: (doc: Y.Doc) => void) => {
    const doc = docs.get(name) as Y.Doc;
    const since = Y.encodeStateVector(doc);
    doc.transact(() => edit(doc));
    const update = Y.encodeStateAsUpdate(doc, since);
    rows.push(update);
    for (const other of docs.values()) if (other !== doc) Y.applyUpdate(other, update);
  };
  const read = () => {
    const past = new PastCard();
    past.apply(rows.map((bytes, at) => ({ seq: 10 * (at + 1), memberId: null, at, bytes: Buffer.from(bytes) })));
    return authorshipOf(past);
  };
  return { write, read, idOf: (name: string) => docs.get(name)?.clientID };
}

test("[HI8] every word leads to the row that brought it, also between those of others and after deletions", () => {
  const { write, read, idOf } = table("ana", "bo");
  write("ana", (doc) => doc.getText("gaps").insert(0, "Nobody counted the stores."));
  write("bo", (doc) => doc.getText("gaps").insert(7, "has "));
  write("ana", (doc) => doc.getText("gaps").insert(26, " cold"));
  write("bo", (doc) => doc.getText("gaps").delete(11, 4));
  write("ana", (doc) => doc.getText("gaps").insert(0, "🚢 "));
  const [ana, bo] = [idOf("ana"), idOf("bo")];
  const told = read().gaps.map((one) => [one.client, one.place, "text" in one ? one.text : one.cite]);
  expect(told).toEqual([
    [ana, 5, "🚢 "],
    [ana, 1, "Nobody "],
    [bo, 2, "has "],
    [ana, 1, "ted the sto"],
    [ana, 3, " cold"],
    [ana, 1, "res."],
  ]);
});

test("[HI8] words that one member typed row by row keep their rows, though Yjs holds them as one", () => {
  const { write, read } = table("ana");
  for (const [at, word] of ["One ", "two ", "three"].entries())
    write("ana", (doc) => doc.getText("verdict").insert(at * 4, word));
  expect(read().verdict.map((one) => [one.place, "text" in one && one.text])).toEqual([
    [1, "One "],
    [2, "two "],
    [3, "three"],
  ]);
});

test("[HI8] a rationale is told line by line, with its lists, quotations and citations", () => {
  const { write, read } = table("ana", "bo");
  write("ana", (doc) => {
    addSource(doc, "s1", { title: "Bulletin" });
    appendParagraph(rationaleRoot(doc), ["The bulletin says so ", { cite: "s1" }, "."]);
  });
  write("bo", (doc) => {
    const entry = (words: string) => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText(words)]);
      const made = new Y.XmlElement("listItem");
      made.insert(0, [paragraph]);
      return made;
    };
    const list = new Y.XmlElement("orderedList");
    list.insert(0, [entry("First"), entry("Second")]);
    const quote = new Y.XmlElement("blockquote");
    quote.insert(0, [list]);
    rationaleRoot(doc).insert(1, [quote]);
  });
  const told = read().rationale.map(({ mark, stretches }) => [
    mark,
    stretches.map((one) => [one.place, "text" in one ? one.text : `cite ${one.cite}`]),
  ]);
  expect(told).toEqual([
    [
      "",
      [
        [1, "The bulletin says so "],
        [1, "cite s1"],
        [1, "."],
      ],
    ],
    ["> 1. ", [[2, "First"]]],
    ["> 2. ", [[2, "Second"]]],
  ]);
});
