import { describe, expect, test } from "vitest";
import { type TextNode, textOffset } from "#app/article/text-place.ts";

type Made = TextNode & { parentNode: TextNode | null };
const words = (value: string): Made => ({ nodeType: 3, nodeValue: value, parentNode: null, childNodes: [] });
const element = (start: number | null, ...children: Made[]): Made => {
  const made: Made = {
    nodeType: 1,
    nodeValue: null,
    parentNode: null,
    childNodes: children,
    getAttribute: (name) => (name === "data-start" && start !== null ? String(start) : null),
  };
  for (const child of children) child.parentNode = made;
  return made;
};

/** "😀 said 120" [3] " fled." | "Nobody knows." */
const first = words("😀 said 120");
const number = words("3");
const joiner = words("\u2060");
const second = words(" fled.");
const third = words("Nobody knows.");
const button = element(null, number);
const end = element(null, joiner, button);
const sentence = element(null, element(0, first), end, element(10, second));
const paragraphs = [element(null, sentence), element(null, element(17, third))];
const root = element(null, ...paragraphs);

describe("where in the text a selection begins and ends", () => {
  test("inside words it counts code points, not UTF-16 units", () => {
    expect(textOffset(root, first, 3, "start")).toBe(2);
    expect(textOffset(root, first, first.nodeValue?.length ?? 0, "end")).toBe(10);
    expect(textOffset(root, third, 6, "end")).toBe(23);
  });

  test("the number after a claim is not text: the nearest words inside the selection count", () => {
    expect(textOffset(root, number, 1, "start")).toBe(10);
    expect(textOffset(root, number, 0, "end")).toBe(10);
    expect(textOffset(root, joiner, 1, "start")).toBe(10);
    expect(textOffset(root, end, 1, "end")).toBe(10);
  });

  test("a triple click that ends at the next paragraph's beginning takes the paragraph only", () => {
    const next = paragraphs[1];
    if (!next) throw new Error("no paragraph");
    expect(textOffset(root, next, 0, "end")).toBe(16);
    expect(textOffset(root, root, 1, "end")).toBe(16);
    expect(textOffset(root, root, 0, "start")).toBe(0);
    expect(textOffset(root, next, 0, "start")).toBe(17);
  });

  test("beyond the last words nothing is found", () => {
    expect(textOffset(root, root, 2, "start")).toBeNull();
    expect(textOffset(root, root, 0, "end")).toBeNull();
    expect(textOffset(root, root, 2, "end")).toBe(30);
  });
});
