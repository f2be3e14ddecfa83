import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { rationaleRoot, rootsOf } from "#domain/card-roots.ts";
import { emptyCard } from "#domain/empty-card.ts";

type Act = { what: "type" | "erase" | "mark" | "paragraph" | "drop" | "set"; at: number; length: number };

const acts = fc.array(
  fc.record<Act>({
    what: fc.constantFrom("type", "type", "erase", "mark", "paragraph", "drop", "set"),
    at: fc.nat(99),
    length: fc.integer({ min: 1, max: 5 }),
  }),
  { maxLength: 12 },
);

function act(doc: Y.Doc, { what, at, length }: Act): void {
  const root = rationaleRoot(doc);
  const words = (root.get(at % (root.length || 1)) as Y.XmlElement | undefined)?.get(0) as Y.XmlText | undefined;
  const text = at % 2 === 0 && words ? words : doc.getText("gaps");
  const start = at % (text.length + 1);
  const reach = Math.min(length, text.length - start);
  if (what === "set") doc.getMap("fields").set(`key${length % 2}`, at);
  else if (what === "type") text.insert(start, "abcde".slice(0, length));
  else if (what === "erase") text.delete(start, reach);
  else if (what === "mark" && reach > 0) text.format(start, reach, { bold: at % 3 === 0 ? null : {} });
  else if (what === "drop" && root.length > 0) root.delete(at % root.length, 1);
  else if (what === "paragraph") {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText("words")]);
    root.insert(at % (root.length + 1), [paragraph]);
  }
}

/** A card that is nothing but Yjs. */
function stockCard(): Y.Doc {
  const doc = new Y.Doc();
  rootsOf(doc);
  return doc;
}

type Turn = { isMine: boolean; isSent: boolean; acts: Act[] };
const turns = fc.array(fc.record<Turn>({ isMine: fc.boolean(), isSent: fc.boolean(), acts }), { maxLength: 12 });

/** What a copy sends and holds at the end that is edited beside a colleague's, several edits at a time. */
function sent(mine: Y.Doc, all: readonly Turn[]): Uint8Array[] {
  const theirs = stockCard();
  for (const [at, doc] of [mine, theirs].entries()) doc.clientID = at + 1;
  const updates: Uint8Array[] = [];
  mine.on("update", (update: Uint8Array) => updates.push(update));
  for (const { isMine, isSent, acts } of all) {
    const doc = isMine ? mine : theirs;
    doc.transact(() => {
      for (const one of acts) act(doc, one);
    });
    if (!isSent) continue;
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  }
  return [...updates, Y.encodeStateAsUpdate(mine)];
}

test("what somebody types, marks, pastes and takes out is sent as Yjs sends it, also beside a colleague", () => {
  const holds = (all: readonly Turn[]) => void expect(sent(emptyCard(), all)).toEqual(sent(stockCard(), all));
  fc.assert(fc.property(turns, holds), { numRuns: 300 });
});

test("what names others, as undo does at times, is sent with those between which it came to stand; what comes from elsewhere stays", () => {
  const doc = emptyCard();
  const gaps = doc.getText("gaps");
  for (const letter of "cba") gaps.insert(0, letter);
  const [first, last] = [gaps._start, gaps._start?.right?.right];
  const colleague = Object.assign(new Y.Doc(), { clientID: 1 });
  Y.applyUpdate(colleague, Y.encodeStateAsUpdate(doc));
  colleague.getText("gaps").insert(1, "y");
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(colleague));
  const put = (into: Y.Doc, left: Y.Item | null = null, right: Y.Item | null = null) =>
    into.transact((transaction) => {
      const id = Y.createID(into.clientID, Y.getState(into.store, into.clientID));
      const content = new Y.ContentString("x");
      const names = [left, left?.lastId ?? null, right, right?.id ?? null] as const;
      const item = new Y.Item(id, ...names, into.getText("gaps"), null, content);
      item.integrate(transaction, 0);
      return item;
    });
  doc.transact(() => {
    put(doc, put(doc, last, first), first);
    put(doc, first, last);
  });
  expect(named(doc)).toEqual([
    [null, "a", "b"],
    ["a", "y", "b"],
    ["y", "x", "b"],
    [null, "b", "c"],
    [null, "c", null],
    ["c", "xx", null],
  ]);
  put(colleague, colleague.getText("gaps")._start?.right, colleague.getText("gaps")._start);
  const again = Object.assign(emptyCard(), { clientID: colleague.clientID });
  Y.applyUpdate(again, Y.encodeStateAsUpdate(colleague));
  expect(named(again)).toEqual(named(colleague));
});

/** Each part of a text, between the words of those that it names. */
function named(doc: Y.Doc) {
  const wordsOf = ({ content }: Y.Item) => (content as Y.ContentString).str;
  const wordsAt = (id: Y.ID | null) => id && wordsOf(Y.getItem(doc.store, id));
  const parts: [string | null, string, string | null][] = [];
  for (let part = doc.getText("gaps")._start; part; part = part.right)
    parts.push([wordsAt(part.origin), wordsOf(part), wordsAt(part.rightOrigin)]);
  return parts;
}
