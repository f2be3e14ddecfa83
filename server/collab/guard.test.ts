import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { emptyCard } from "#domain/empty-card.ts";
import { addsSomething, checkUpdate, hasPending } from "#server/collab/guard.ts";
import { tryOnCopy } from "#server/collab/guard-cost.ts";
import { rawUpdate, words } from "#server/collab/raw-update.fixture.ts";

const anybody = { memberId: "ada", ownerOf: () => "ada" };
const code = (expected: number) => expect.objectContaining({ name: "Refusal", code: expected });

/** A copy of a card together with what a client sends after writing to its own copy of it. */
function edited(write: (doc: Y.Doc) => void, first: (doc: Y.Doc) => void = () => {}) {
  const doc = emptyCard();
  doc.getText("gaps").insert(0, "some words");
  doc.getXmlFragment("rationale").insert(0, [new Y.XmlElement("paragraph")]);
  const theirs = emptyCard();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
  first(theirs);
  const before = Y.encodeStateVector(theirs);
  write(theirs);
  return { doc, update: Y.encodeStateAsUpdate(theirs, before) };
}

describe("the guard before the live document", () => {
  test("[RT53] names what is missing: edits before this one, and what is deleted", () => {
    const gap = edited(
      (doc) => doc.getText("gaps").insert(0, "second"),
      (doc) => doc.getText("gaps").insert(0, "first"),
    );
    expect(() => checkUpdate(gap.doc, gap.update, anybody)).toThrow(code(4509));
    const deletion = edited(
      (doc) => doc.getText("gaps").delete(0, 3),
      (doc) => doc.getText("gaps").insert(0, "first"),
    );
    expect(() => checkUpdate(deletion.doc, deletion.update, anybody)).toThrow(code(4509));
  });

  test.each(["evil", "__proto__", "constructor", "toString"])("[RT54] there is no root called %s", (name) => {
    const { doc, update } = edited((theirs) => theirs.getMap(name).set("x", 1));
    expect(() => checkUpdate(doc, update, anybody)).toThrow("The card has no such part.");
  });

  test("[RT58] knows under which client ids an update writes", () => {
    const { doc, update } = edited((theirs) => {
      theirs.clientID = 77;
      theirs.getText("gaps").insert(0, "x");
    });
    expect(checkUpdate(doc, update, anybody)).toEqual({
      ...{ clients: [77], addsStructs: true, cuts: 0, parts: 1, tangled: 0 },
      tryFirst: false,
    });
  });

  test("[RT58] the id under which the server would write belongs to nobody, though it was never used", () => {
    const doc = emptyCard();
    const theirs = emptyCard();
    theirs.clientID = doc.clientID;
    theirs.getText("gaps").insert(0, "forged");
    const unowned = { memberId: "ada", ownerOf: () => null };
    expect(() => checkUpdate(doc, Y.encodeStateAsUpdate(theirs), unowned)).toThrow(code(4409));
  });

  test.each<[string, (doc: Y.Doc) => void, boolean]>([
    ["a few words", (doc) => doc.getText("gaps").insert(0, "x"), false],
    ["a long paste", (doc) => doc.getText("gaps").insert(0, "x".repeat(90_000)), false],
    [
      "many parts",
      (doc) => {
        for (let at = 0; at < 501; at++) doc.getMap("fields").set(`f${at}`, at);
      },
      true,
    ],
    [
      "words of two people",
      (doc) => {
        doc.getText("gaps").insert(0, "x");
        const other = emptyCard();
        other.getText("gaps").insert(0, "y");
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
      },
      true,
    ],
  ])("[RT49] whether %s are tried on a copy first", (_what, write, tryFirst) => {
    const { doc, update } = edited(write);
    expect(checkUpdate(doc, update, anybody)).toMatchObject({ tryFirst });
  });

  test("[RT52] what Yjs cannot read or keeps waiting is refused on the copy", () => {
    const doc = emptyCard();
    expect(() => tryOnCopy(doc, new Uint8Array([1, 9]), () => {})).toThrow(code(4400));
    const first = words({ root: "gaps" }, "x");
    const waiting = (client: number) => words({ behind: { client, clock: 0 }, before: { client, clock: 1 } }, "x");
    const circle = rawUpdate({ client: 8, parts: [first, waiting(9)] }, { client: 9, parts: [first, waiting(8)] });
    expect(checkUpdate(doc, circle, anybody).tryFirst).toBe(true);
    expect(() => tryOnCopy(doc, circle, () => {})).toThrow(code(4509));
  });

  test("[RT53] sees what waits in memory for a missing part", () => {
    const gap = edited(
      (doc) => doc.getText("gaps").insert(0, "second"),
      (doc) => doc.getText("gaps").insert(0, "first"),
    );
    expect(hasPending(gap.doc)).toBe(false);
    Y.applyUpdate(gap.doc, gap.update);
    expect(hasPending(gap.doc)).toBe(true);
    const deletion = edited(
      (doc) => doc.getText("gaps").delete(0, 3),
      (doc) => doc.getText("gaps").insert(0, "first"),
    );
    Y.applyUpdate(deletion.doc, deletion.update);
    expect(hasPending(deletion.doc)).toBe(true);
    expect(addsSomething(emptyCard(), deletion.update, "is nothing")).toBe(true);
  });

  test("[RT59] tells news from what the document has already; tidied formatting is none", () => {
    const same = edited(() => {});
    expect(addsSomething(same.doc, Y.encodeStateAsUpdate(same.doc), "is nothing")).toBe(false);
    const typed = edited((theirs) => theirs.getText("gaps").insert(0, "x"));
    expect(addsSomething(typed.doc, typed.update, "is nothing")).toBe(true);
    const deleted = edited((theirs) => theirs.getText("gaps").delete(0, 1));
    expect(addsSomething(deleted.doc, deleted.update, "is nothing")).toBe(true);
    const doc = emptyCard();
    doc.getText("gaps").insert(0, "some words", { bold: true });
    const formatOnly = deletionOf(doc, (item) => item.content instanceof Y.ContentFormat);
    expect(addsSomething(doc, formatOnly, "is nothing")).toBe(false);
    expect(addsSomething(doc, formatOnly, "counts")).toBe(true);
  });

  test("[RT52] a damaged update is refused without a trace, or taken whole", () => {
    const damage = fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255), kind: fc.nat(3) }), {
      minLength: 1,
      maxLength: 4,
    });
    const { doc, update } = edited((theirs) => {
      theirs.getText("gaps").insert(4, "more");
      theirs.getMap("fields").set("claimant", "Somebody");
      theirs.getXmlFragment("rationale").insert(1, [new Y.XmlElement("blockquote")]);
      theirs.getText("gaps").delete(0, 3);
    });
    const property = fc.property(damage, (changes) => {
      const live = emptyCard();
      Y.applyUpdate(live, Y.encodeStateAsUpdate(doc));
      const before = Y.encodeStateAsUpdate(live);
      const damaged = damageAll(update, changes);
      if (passes(live, damaged)) {
        Y.applyUpdate(live, damaged);
        expect(hasPending(live)).toBe(false);
      } else {
        expect(Y.encodeStateAsUpdate(live)).toEqual(before);
      }
    });
    fc.assert(property, { numRuns: 3_000 });
  });
});

function passes(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    if (checkUpdate(doc, update, anybody).tryFirst) tryOnCopy(doc, update, () => {});
    return true;
  } catch (error) {
    expect(error).toMatchObject({ name: "Refusal" });
    return false;
  }
}

function damageAll(update: Uint8Array, changes: readonly { at: number; byte: number; kind: number }[]): Uint8Array {
  const bytes = [...update];
  for (const { at, byte, kind } of changes) {
    const place = at % bytes.length;
    if (kind === 0) bytes.splice(place, 1);
    else if (kind === 1) bytes.splice(place, 0, byte);
    else bytes[place] = byte;
  }
  return new Uint8Array(bytes);
}

/** An update that only deletes the items that the predicate picks. */
function deletionOf(doc: Y.Doc, pick: (item: Y.Item) => boolean): Uint8Array {
  const copy = emptyCard();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  const structs = [...copy.store.clients.values()].flat();
  copy.transact((transaction) => {
    for (const struct of structs) if (struct instanceof Y.Item && pick(struct)) struct.delete(transaction);
  });
  return Y.encodeStateAsUpdate(copy, before);
}
