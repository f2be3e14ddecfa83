import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isForKeys, isKey, singleKeys } from "#app/ui/use-keys.ts";

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

describe("whether a press is meant for the keys of a screen", () => {
  class Box {
    readonly #kind: string;
    constructor(kind: string) {
      this.#kind = kind;
    }
    closest(selector: string) {
      return selector.split(", ").includes(this.#kind) ? this : null;
    }
  }
  const pressed = (on: string, more: Partial<KeyboardEvent> = {}) =>
    ({ key: "c", code: "KeyC", target: new Box(on), ...more }) as unknown as KeyboardEvent;

  beforeEach(() => {
    const shelf = new Map<string, string>();
    vi.stubGlobal("Element", Box);
    vi.stubGlobal("localStorage", {
      getItem: (name: string) => shelf.get(name) ?? null,
      setItem: (name: string, text: string) => shelf.set(name, text),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  test("whoever switches single keys off presses none by accident, until they are switched on again", () => {
    expect(isForKeys(pressed("main"))).toBe(true);
    singleKeys.switch(false);
    expect(["c", "?", "1", "["].filter((key) => isForKeys(pressed("main", { key })))).toEqual([]);
    singleKeys.switch(true);
    expect(isForKeys(pressed("main"))).toBe(true);
  });

  test("not in a box that takes words, nor in a menu or a dialog, nor with a modifier, nor in the middle of a composed word", () => {
    for (const box of ["input", "textarea", "select", "[contenteditable]", "[role=menu]", "[role=dialog]"])
      expect(isForKeys(pressed(box)), box).toBe(false);
    for (const held of ["ctrlKey", "metaKey", "altKey", "isComposing", "defaultPrevented"])
      expect(isForKeys(pressed("main", { [held]: true })), held).toBe(false);
  });
});
