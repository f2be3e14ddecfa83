import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byteLength, carryEdit, readUtf8, shownText, sizeInWords } from "#app/article/exact-text.ts";
import { english } from "#domain/words/english.ts";

describe("the exact text behind a text area", () => {
  test("a pasted text keeps its line ends, emoji and combining marks", () => {
    const pasted = "Line one 😀\r\nLine two e\u0301\rLine three\n";
    expect(carryEdit("", shownText(pasted), { start: 0, end: 0, text: pasted })).toBe(pasted);
  });

  test("typing into it changes that place only", () => {
    const exact = "one\r\ntwo\r\nthree";
    expect(carryEdit(exact, "one\ntwo!\nthree", null)).toBe("one\r\ntwo!\r\nthree");
    expect(carryEdit(exact, "onetwo\nthree", null)).toBe("onetwo\r\nthree");
    expect(carryEdit(exact, "", null)).toBe("");
    expect(carryEdit(exact, shownText(exact), null)).toBe(exact);
  });

  test("a second paste beside equal letters keeps its own line ends", () => {
    expect(carryEdit("a\nb", "a\na\nb", { start: 0, end: 0, text: "a\r\n" })).toBe("a\r\na\nb");
  });

  test("a paste over a selection replaces what was selected", () => {
    expect(carryEdit("x\r\nold\r\ny", "x\nnew\nnew\ny", { start: 2, end: 5, text: "new\r\nnew" })).toBe(
      "x\r\nnew\r\nnew\r\ny",
    );
  });

  test("whatever is edited, what is shown is what the exact text shows", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "\r\n", "\n", "\r", "😀"), { maxLength: 12 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, text, (exact, next, other) => {
        expect(shownText(carryEdit(exact, shownText(next), { start: 0, end: 1, text: other }))).toBe(shownText(next));
      }),
    );
  });

  test("pasting anywhere gives exactly what was pasted there", () => {
    const text = fc.array(fc.constantFrom("a", "b", "\r\n", "\n"), { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.nat(8), fc.nat(8), text, (exact, from, width, pasted) => {
        const shown = shownText(exact);
        const start = Math.min(from, shown.length);
        const end = Math.min(start + width, shown.length);
        const after = shown.slice(0, start) + shownText(pasted) + shown.slice(end);
        const result = carryEdit(exact, after, { start, end, text: pasted });
        expect(shownText(result)).toBe(after);
        if (after !== shown && shownText(pasted) !== "") expect(result.includes(pasted)).toBe(true);
      }),
    );
  });

  test("a file that is not UTF-8 is refused with a sentence", () => {
    expect(readUtf8(new Uint8Array([0x63, 0x61, 0x66, 0xe9]), "drop")).toBeNull();
    expect(readUtf8(new TextEncoder().encode("\ufeffcafé\r\n"), "drop")).toBe("café\r\n");
    expect(readUtf8(new TextEncoder().encode("\ufeffcafé"), "keep")).toBe("\ufeffcafé");
  });

  test("sizes are told in bytes of UTF-8", () => {
    expect(byteLength("é😀")).toBe(6);
    expect([640, 7270, 1_992_294].map((bytes) => sizeInWords(english("article"), bytes))).toEqual([
      "640 bytes",
      "7.1 KB",
      "1.9 MB",
    ]);
  });
});
