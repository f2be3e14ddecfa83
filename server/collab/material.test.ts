import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { readCard } from "#domain/card.ts";
import { contentHash } from "#domain/content.ts";
import { emptyCard } from "#domain/empty-card.ts";
import { Material } from "#server/collab/material.ts";

/** Letters of one UTF-16 unit: Yjs spoils a character that is cut in two, which no editor of ours does. */
const words = fc.string({ unit: fc.constantFrom("a", "é", "\u0301", "ع", "1", " "), minLength: 1, maxLength: 6 });
const at = fc.nat(1_000);
const inside = (length: number, place: number) => place % (length + 1);
const edit = (change: (doc: Y.Doc) => void) => change;

/** What a member may do to a card in one go, material or not. */
const edits = fc.oneof(
  fc
    .tuple(at, words)
    .map(([place, word]) => edit((doc) => doc.getText("gaps").insert(inside(doc.getText("gaps").length, place), word))),
  fc.tuple(at, fc.integer({ min: 1, max: 3 })).map(([place, count]) =>
    edit((doc) => {
      const text = doc.getText("gaps");
      const start = inside(text.length, place);
      text.delete(start, Math.min(count, text.length - start));
    }),
  ),
  words.map((word) => edit((doc) => doc.getMap("fields").set("claimant", word))),
  words.map((word) => edit((doc) => doc.getMap("fields").set("labels", [word]))),
  words.map((word) => edit((doc) => doc.getMap("figures").set("f", { qualifier: "about", value: word }))),
  words.map((word) =>
    edit((doc) => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText(word)]);
      doc.getXmlFragment("rationale").insert(0, [paragraph]);
    }),
  ),
  at.map((place) =>
    edit((doc) => {
      const [paragraph] = doc.getXmlFragment("rationale").toArray();
      const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
      if (text instanceof Y.XmlText) text.format(0, inside(text.length, place), { bold: {} });
    }),
  ),
);

const rows = fc.array(
  fc.record({ memberId: fc.constantFrom("ada", "bo", "cy"), edits: fc.array(edits, { maxLength: 3 }) }),
);

describe("the last editor [RT34]", () => {
  test("follows every change of the content hash, and what is frozen is what a fresh reading gives", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const doc = emptyCard();
        const material = new Material(doc, { lastEditorId: null, lastEditedAt: 0 });
        for (const [at, { memberId, edits }] of list.entries()) {
          const before = contentHash(readCard(doc));
          const { lastEditorId } = material.last;
          for (const change of edits) change(doc);
          material.judge({ memberId, at: at + 1 });
          const { card, contentHash: hash, ...last } = material.frozen;
          expect(card).toEqual(readCard(doc));
          expect(hash).toBe(contentHash(card));
          if (hash !== before) expect(last).toEqual({ lastEditorId: memberId, lastEditedAt: at + 1 });
          else expect([lastEditorId, memberId]).toContain(last.lastEditorId);
        }
      }),
    );
  });

  test("is the same when the log is replayed", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const [doc, again] = [emptyCard(), emptyCard()];
        const [live, replayed] = [doc, again].map((one) => new Material(one, { lastEditorId: null, lastEditedAt: 0 }));
        const updates: Uint8Array[] = [];
        doc.on("update", (update: Uint8Array) => updates.push(update));
        for (const [at, { memberId, edits }] of list.entries()) {
          for (const change of edits) change(doc);
          live?.judge({ memberId, at });
          if (updates.length === 0) continue;
          Y.applyUpdate(again, Y.mergeUpdates(updates.splice(0)));
          replayed?.judge({ memberId, at });
          expect(replayed?.frozen).toEqual(live?.frozen);
        }
      }),
    );
  });

  test("does not change when somebody makes words bold", () => {
    const doc = emptyCard();
    const material = new Material(doc, { lastEditorId: null, lastEditedAt: 0 });
    const text = new Y.XmlText("Two counts");
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [text]);
    doc.getXmlFragment("rationale").insert(0, [paragraph]);
    material.judge({ memberId: "bo", at: 1 });
    text.format(0, 3, { bold: {} });
    material.judge({ memberId: "ada", at: 2 });
    expect(material.last).toEqual({ lastEditorId: "bo", lastEditedAt: 1 });
  });

  test("changes when a letter is exchanged for another", () => {
    const doc = emptyCard();
    const material = new Material(doc, { lastEditorId: null, lastEditedAt: 0 });
    const text = doc.getText("gaps");
    text.insert(0, "120");
    material.judge({ memberId: "bo", at: 1 });
    doc.transact(() => {
      text.delete(0, 1);
      text.insert(0, "7");
    });
    material.judge({ memberId: "ada", at: 2 });
    expect(material.last.lastEditorId).toBe("ada");
  });

  test("is nobody while only the server has written, and stays when the server writes again", () => {
    const doc = emptyCard();
    const material = new Material(doc, null);
    material.judge({ memberId: null, at: 1 });
    expect(material.last).toEqual({ lastEditorId: null, lastEditedAt: 1 });
    doc.getText("gaps").insert(0, "x");
    material.judge({ memberId: "bo", at: 2 });
    doc.getText("gaps").insert(0, "y");
    material.judge({ memberId: null, at: 3 });
    expect(material.last).toEqual({ lastEditorId: "bo", lastEditedAt: 3 });
  });
});
