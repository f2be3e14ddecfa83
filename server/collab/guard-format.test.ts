import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { emptyCard } from "#domain/empty-card.ts";
import { addsSomething, checkUpdate } from "#server/collab/guard.ts";

const anybody = { memberId: "ada", ownerOf: () => "ada" };
const badMessage = expect.objectContaining({ name: "Refusal", code: 4400 });

describe("Yjs's second format", () => {
  const second = (write: (doc: Y.Doc) => void) => {
    const doc = emptyCard();
    write(doc);
    return Y.encodeStateAsUpdateV2(doc);
  };

  test.each<[string, (doc: Y.Doc) => void]>([
    ["words", (doc) => doc.getText("gaps").insert(0, "in the second format")],
    ["a field", (doc) => doc.getMap("fields").set("claimant", "Somebody")],
    [
      "words that were deleted",
      (doc) => {
        doc.getText("gaps").insert(0, "in the second format");
        doc.getText("gaps").delete(3, 4);
      },
    ],
    ["nothing", () => {}],
  ])("[RT126] %s in it are refused, from a reader too", (_what, write) => {
    expect(() => checkUpdate(emptyCard(), second(write), anybody)).toThrow(badMessage);
    expect(() => addsSomething(emptyCard(), second(write), "is nothing")).toThrow(badMessage);
  });

  test("[RT126] nothing stands behind the end of an update", () => {
    const typed = new Y.Doc();
    typed.getText("gaps").insert(0, "x");
    for (const update of [new Uint8Array([0, 0]), Y.encodeStateAsUpdate(typed)]) {
      checkUpdate(emptyCard(), update, anybody);
      const property = fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (more) => {
        expect(() => checkUpdate(emptyCard(), new Uint8Array([...update, ...more]), anybody)).toThrow(badMessage);
      });
      fc.assert(property);
    }
  });
});
