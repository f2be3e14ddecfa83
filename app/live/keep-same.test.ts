import fc from "fast-check";
import { expect, test } from "vitest";
import { keepSame } from "#app/live/keep-same.ts";

const part = fc.jsonValue({ maxDepth: 3 });
const answer = fc.record({ claim: part, history: fc.array(part), next: part }, { noNullPrototype: true });

test("what was loaded now is what counts, whatever was there before", () => {
  fc.assert(
    fc.property(answer, answer, (before, now) => {
      expect(keepSame(before, structuredClone(now))).toEqual(now);
    }),
  );
});

test("what says the same as before is the same, in whole and in parts", () => {
  fc.assert(
    fc.property(answer, part, (before, changed) => {
      expect(keepSame(before, structuredClone(before))).toBe(before);
      const now = keepSame(before, { ...structuredClone(before), next: { changed } });
      expect(now.claim).toBe(before.claim);
      expect(now.history).toBe(before.history);
      expect(now.next).toEqual({ changed });
    }),
  );
});

test("a part that is not there any more is gone, and one that is nothing is not one that is missing", () => {
  expect(keepSame({ a: 1, b: 2 }, { a: 1 })).toStrictEqual({ a: 1 });
  expect(keepSame({ a: 1 }, { a: 1, b: undefined })).toStrictEqual({ a: 1, b: undefined });
  expect(keepSame({ b: undefined }, { a: undefined })).toStrictEqual({ a: undefined });
  expect(keepSame([1, [2]], [1])).toStrictEqual([1]);
  const day = new Date(0);
  expect(keepSame({ day: new Date(5) }, { day }).day).toBe(day);
});

test("what was there before is not touched", () => {
  const before = Object.freeze({ list: Object.freeze([1, 2]), one: Object.freeze({ a: 1 }) });
  expect(keepSame(before, { list: [1, 3], one: { a: 2 } })).toEqual({ list: [1, 3], one: { a: 2 } });
});

test("an entry of a list stays what it was, wherever it stands now, and a list of nothing new is the new one", () => {
  const [first, second] = [
    { id: 1, words: ["a"] },
    { id: 2, words: ["b"] },
  ];
  const now = keepSame([first, second], [{ id: 3, words: ["c"] }, structuredClone(first), { id: 2, words: ["d"] }]);
  expect(now[1]).toBe(first);
  expect(now).toEqual([{ id: 3, words: ["c"] }, first, { id: 2, words: ["d"] }]);
  const shorter = [second];
  expect(keepSame([first, second], shorter)).toBe(shorter);
});
