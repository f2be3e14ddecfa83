import { expect, test } from "vitest";
import { beginsWith, titleIn } from "#app/article/title-in.ts";

test("a short first line above an empty one is suggested as the title", () => {
  expect(titleIn("Harbour strike: two counts\n\nThe authority said …")).toBe("Harbour strike: two counts");
  expect(titleIn("\r\nHarbour strike \r\n\r\nThe authority said …")).toBe("Harbour strike");
});

test("a text that begins with its first sentence suggests nothing", () => {
  expect(titleIn("One sentence and no line end.")).toBe("");
  expect(titleIn("A line\nand its continuation\n\nMore.")).toBe("");
  expect(titleIn(`${"long ".repeat(60)}\n\nMore.`)).toBe("");
});

test.each([
  ["Two counts\n\nThe board said so.", "Two counts", true],
  ["\n  Two  counts \r\nThe board said so.", "Two counts", true],
  ["Two counts of one night\n\nThe board said so.", "Two counts", false],
  ["The board said so.", "Two counts", false],
  ["", "", false],
])("%j under the title %j begins with its headline: %s", (text, title, does) => {
  expect(beginsWith(text, title)).toBe(does);
});
