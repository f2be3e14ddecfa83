import { describe, expect, test } from "vitest";
import { isKey } from "#app/ui/use-keys.ts";

describe("which key was pressed", () => {
  test("a letter counts in either case", () => {
    expect(isKey({ key: "C", code: "KeyC" }, "c")).toBe(true);
    expect(isKey({ key: "c", code: "KeyC" }, "n")).toBe(false);
  });

  test("on an Arabic or Cyrillic layout the place of the key decides", () => {
    expect(isKey({ key: "ؤ", code: "KeyC" }, "c")).toBe(true);
    expect(isKey({ key: "с", code: "KeyC" }, "c")).toBe(true);
  });

  test("on another Latin layout the letter decides, not its place", () => {
    expect(isKey({ key: "q", code: "KeyA" }, "a")).toBe(false);
    expect(isKey({ key: "a", code: "KeyQ" }, "a")).toBe(true);
  });

  test("a character without a letter is taken as it is, wherever the layout has it", () => {
    expect(isKey({ key: "?", code: "Minus" }, "?")).toBe(true);
    expect(isKey({ key: "Enter", code: "KeyN" }, "?")).toBe(false);
  });
});
