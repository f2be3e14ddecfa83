import fc from "fast-check";
import { expect, test } from "vitest";
import type { Diff } from "#domain/word-diff.ts";
import { wordDiff } from "#domain/word-diff.ts";

const without = (type: Diff["type"], parts: Diff[]) =>
  parts
    .filter((one) => one.type !== type)
    .map((one) => one.text)
    .join("");

test("one changed figure is one changed word", () => {
  expect(wordDiff("up to 1,500 detainees", "up to 1,600 detainees")).toEqual([
    { type: "same", text: "up to " },
    { type: "removed", text: "1,500" },
    { type: "added", text: "1,600" },
    { type: "same", text: " detainees" },
  ]);
});

test("several changed words in a row are one change", () => {
  expect(wordDiff("it was up to 5", "it was more than 5").filter((one) => one.type !== "same")).toEqual([
    { type: "removed", text: "up to" },
    { type: "added", text: "more than" },
  ]);
});

test("a full stop or colon between words is by itself, as not every runtime takes it into a word; in a figure it is not", () => {
  expect(wordDiff("A third party.", "A third party.Seven a:b")).toEqual([
    { type: "same", text: "A third party." },
    { type: "added", text: "Seven a:b" },
  ]);
  expect(wordDiff("ab:c d.e at 1.5", "ab:x d.f at 1.6").filter((one) => one.type !== "same")).toEqual([
    { type: "removed", text: "c" },
    { type: "added", text: "x" },
    { type: "removed", text: "e" },
    { type: "added", text: "f" },
    { type: "removed", text: "1.5" },
    { type: "added", text: "1.6" },
  ]);
});

test("Arabic is compared word by word, not letter by letter", () => {
  expect(wordDiff("هرب السجناء", "عاد السجناء")).toEqual([
    { type: "removed", text: "هرب" },
    { type: "added", text: "عاد" },
    { type: "same", text: " السجناء" },
  ]);
});

test("equal texts have one part, empty ones none", () => {
  expect(wordDiff("same", "same")).toEqual([{ type: "same", text: "same" }]);
  expect(wordDiff("", "")).toEqual([]);
});

test("two long texts with nothing in common are one removal and one addition", () => {
  const [before, after] = ["a ".repeat(5_000), "b\n".repeat(5_000)];
  expect(wordDiff(before, after)).toEqual([
    { type: "removed", text: before },
    { type: "added", text: after },
  ]);
});

test("the parts join back to both texts exactly", () => {
  const word = fc.constantFrom(
    "up",
    "to",
    " ",
    "1,500",
    "\n",
    "\r\n",
    "😀",
    "👩‍👧",
    "قال",
    "e\u0301",
    "\ud83d",
    "日本語",
    ".",
  );
  const text = fc.oneof(
    fc.array(word).map((all) => all.join("")),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after);
      expect(without("added", parts)).toBe(before);
      expect(without("removed", parts)).toBe(after);
      expect(parts.every((one) => one.text !== "")).toBe(true);
    }),
  );
});
