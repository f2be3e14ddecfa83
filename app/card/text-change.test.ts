import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { changeBetween, moveChange, moveIndex } from "#app/card/text-change.ts";

const apply = (text: string, change: ReturnType<typeof changeBetween>) =>
  change ? text.slice(0, change.at) + change.insert + text.slice(change.at + change.remove) : text;

describe("the smallest change between two texts", () => {
  test("equal letters are told apart by the caret", () => {
    expect(changeBetween("aaa", "aaaa", 1)).toEqual({ at: 0, remove: 0, insert: "a" });
    expect(changeBetween("aaa", "aaaa", 4)).toEqual({ at: 3, remove: 0, insert: "a" });
  });

  test("one emoji that replaces another one travels whole", () => {
    expect(changeBetween("a😀b", "a😁b", 3)).toEqual({ at: 1, remove: 2, insert: "😁" });
  });

  test("applying it always gives the new text", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "😀", "😁", " "), maxLength: 12 });
    fc.assert(
      fc.property(text, text, fc.nat(24), (before, after, at) => {
        expect(apply(before, changeBetween(before, after, Math.min(at, after.length)))).toBe(after);
      }),
    );
  });
});

describe("a position after somebody else's change", () => {
  test("stays on the same words", () => {
    const delta = [{ retain: 2 }, { insert: "xyz" }, { retain: 1 }, { delete: 2 }];
    expect([0, 2, 3, 4, 5, 6].map((one) => moveIndex(one, delta))).toEqual([0, 2, 6, 6, 6, 7]);
  });

  test("a change composed meanwhile lands at the same words", () => {
    const text = new Y.Doc().getText("t");
    text.insert(0, "one two");
    const change = changeBetween("one two", "one twoか", 8);
    let delta: Y.YTextEvent["delta"] = [];
    text.observe((event) => {
      delta = event.delta;
    });
    text.insert(0, "minus ");
    expect(change && apply(text.toString(), moveChange(change, [delta]))).toBe("minus one twoか");
  });
});
