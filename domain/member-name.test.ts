import { describe, expect, test } from "vitest";
import { tidyName, whyNotName } from "#domain/member-name.ts";

const desk = ["Ana Noori", "José Lima"];

describe("a name on the desk", () => {
  test.each([
    "Jose Lima",
    "Ana Noor",
    "李小龙",
    "محمد علي",
    "नरे\u200dन्द्र",
    "می\u200cخواهم",
    "Анна Петрова",
    "O’Neill",
    "Ana N. Noori",
  ])("may be %s", (name) => expect(whyNotName(name, desk)).toBeNull());

  test.each([
    ["Ana\u200b Noori", "a zero-width space"],
    ["Bo \u202enimdA", "a right-to-left override"],
    ["Bo\u00adLind", "a soft hyphen"],
    ["Bo\u2066 Lind", "an isolate"],
    ["Bo\ufe0f", "a variation selector"],
    ["Bo\u{e0041}", "a tag"],
    ["\u3164", "a filler that is all of it"],
    ["Bo\u0000", "a null"],
    ["123", "no letter at all"],
  ])("may not hide anything: %j (%s)", (name) => {
    expect(whyNotName(name, desk)).toBe("unseen_in_name");
  });

  test.each([
    "Ana Noori",
    "ana noori",
    "ANA  NOORI",
    "Ana\u00a0Noori",
    "AnaNoori",
    "Ａｎａ Ｎｏｏｒｉ",
    "Ana\u200d Noori",
    "Ana Noori.",
    "Jose\u0301 Lima",
  ])("may not read like that of a colleague: %j", (name) => expect(whyNotName(name, desk)).toBe("name_taken"));

  test.each(["\u0410na Noori", "Αna Lee"])("is written in one alphabet: %s", (name) =>
    expect(whyNotName(name, [])).toBe("one_alphabet"),
  );

  test("is kept composed, with single spaces", () => {
    expect(tidyName("  Jose\u0301 \u00a0 Lima ")).toBe("José Lima");
  });
});
