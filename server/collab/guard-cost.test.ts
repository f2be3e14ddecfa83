import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { emptyCard } from "#domain/empty-card.ts";
import { busy } from "#server/collab/busy.fixture.ts";
import { addsSomething, checkUpdate } from "#server/collab/guard.ts";
import { tryOnCopy } from "#server/collab/guard-cost.ts";

const anybody = { memberId: "ada", ownerOf: () => "ada" };
const code = (expected: number) => expect.objectContaining({ name: "Refusal", code: expected });

/** A card with so many letters, each typed before the one typed last, so that all of them name the same neighbour. */
function backTyped(letters: number): Y.Doc {
  const doc = emptyCard();
  for (let at = 0; at < letters; at++) doc.getText("gaps").insert(0, "x");
  return doc;
}

/** New letters without a neighbour on the left, each naming another letter of the card on its right. */
function entangled(doc: Y.Doc, count: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, count);
    encoding.writeVarUint(encoder, 7);
    encoding.writeVarUint(encoder, 0);
    for (let at = 0; at < count; at++) {
      encoding.writeUint8(encoder, 0x40 | 4);
      encoding.writeVarUint(encoder, doc.clientID);
      encoding.writeVarUint(encoder, at);
      encoding.writeVarString(encoder, "y");
    }
    encoding.writeVarUint(encoder, 0);
  });
}

/** A deletion of the same letters over and over. */
function overlapping(client: number, ranges: number, length: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges);
    for (let at = 0; at < ranges; at++) {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint(encoder, length);
    }
  });
}

describe("what an update may cost", () => {
  test("[RT49] letters that name far neighbours are tried against the clock, and refused when they take too long", () => {
    const doc = backTyped(5_000);
    const update = entangled(doc, 4_000);
    const judge = () => {
      expect(checkUpdate(doc, update, anybody).tryFirst).toBe(true);
      let spent = 0;
      expect(() => tryOnCopy(doc, update, (ms) => (spent += ms))).toThrow(
        expect.objectContaining({ kind: "too_costly", code: 4400 }),
      );
      expect(spent).toBeGreaterThan(200);
    };
    expect(busy(judge)).toBeLessThan(2_000);
    expect(doc.getText("gaps").length).toBe(5_000);
  });

  test("[RT49] few letters with far neighbours are tried too", () => {
    const doc = backTyped(2_000);
    expect(checkUpdate(doc, entangled(doc, 1), anybody).tryFirst).toBe(false);
    const many = checkUpdate(doc, entangled(doc, 40), anybody);
    expect(many).toMatchObject({ tryFirst: true, tangled: Number.POSITIVE_INFINITY });
  });

  test("[RT49] typing at the beginning, at the end and in between is not", () => {
    const doc = backTyped(3_000);
    const theirs = emptyCard();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
    theirs.on("update", (update: Uint8Array) => {
      expect(checkUpdate(doc, update, anybody).tryFirst).toBe(false);
      Y.applyUpdate(doc, update);
    });
    for (const place of [0, 1, 1_500, 1_501, 3_000, 0]) theirs.getText("gaps").insert(place, "ab");
    theirs.getText("gaps").delete(700, 3);
    theirs.getText("gaps").insert(700, "c");
    for (const claimant of ["A", "B"]) theirs.getMap("fields").set("claimant", claimant);
    expect(doc.getText("gaps").toString()).toBe(theirs.getText("gaps").toString());
  });

  test("[RT49] what was written offline among what others wrote there meanwhile is taken", () => {
    const doc = emptyCard();
    doc.getText("gaps").insert(0, "start end");
    const theirs = emptyCard();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
    const before = Y.encodeStateVector(theirs);
    for (let at = 0; at < 300; at++) {
      theirs.getText("gaps").insert(6, `<t${at}>`);
      doc.getText("gaps").insert(6, `<d${at}>`);
    }
    const update = Y.encodeStateAsUpdate(theirs, before);
    if (checkUpdate(doc, update, anybody).tryFirst) tryOnCopy(doc, update, () => {});
    Y.applyUpdate(doc, update);
    expect(doc.getText("gaps").toString()).toContain("<t299>");
  });

  test("[RT49] a deletion that names the same letters again and again is refused, also from a reader", () => {
    const doc = backTyped(2_000);
    const update = overlapping(doc.clientID, 40_000, 2_000);
    const judge = () => {
      expect(() => checkUpdate(doc, update, anybody)).toThrow(code(4400));
      expect(() => addsSomething(doc, update, "is nothing")).toThrow(code(4400));
    };
    expect(busy(judge)).toBeLessThan(500);
  });
});
