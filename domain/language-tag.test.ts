import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageTag } from "#domain/language-tag.ts";

describe("what somebody writes as a language", () => {
  test.each([
    ["en", "en"],
    ["pt-br", "pt-BR"],
    [" AR ", "ar"],
    ["zh-hant-tw", "zh-Hant-TW"],
    ["English", "en"],
    ["deutsch", "de"],
    ["French", "fr"],
    ["العربية", "ar"],
    ["الألمانية", "de"],
    ["kiswahili", "sw"],
  ])("%s is %s", (written, tag) => expect(languageTag(written)).toBe(tag));

  test.each(["", "english, mostly", "xq", "not a language", "__proto__", "<b>"])("%j is none", (written) =>
    expect(languageTag(written)).toBeNull(),
  );

  test("whatever is written, the answer is a tag that stays itself", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (written) => {
        const tag = languageTag(written);
        if (tag !== null) expect(languageTag(tag)).toBe(tag);
      }),
    );
  });
});
