import {
  isPluralElement,
  isTagElement,
  type MessageFormatElement,
  parse,
  TYPE,
} from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { ar } from "#domain/words/ar.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import { en } from "#domain/words/en.ts";
import { english } from "#domain/words/english.ts";
import { LANGUAGE, LANGUAGES, type Language } from "#domain/words/languages.ts";
import { type Room, say, type Values } from "#domain/words/say.ts";

const rooms = Object.keys(en) as Room[];
const texts = { en, ar };
const sentences = (language: (typeof LANGUAGES)[number]) =>
  rooms.flatMap((room) =>
    Object.entries<string>(texts[language][room]).map(([id, text]) => ({ name: `${room}.${id}`, text })),
  );

/** What a sentence has gaps for, and the tags in it, each with its kind: "plural count", "tag link". */
function gaps(elements: MessageFormatElement[]): Set<string> {
  const found = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    found.add(`${TYPE[element.type]} ${element.value}`);
    if (isTagElement(element)) for (const one of gaps(element.children)) found.add(one);
    if ("options" in element)
      for (const { value } of Object.values(element.options)) for (const one of gaps(value)) found.add(one);
  }
  return found;
}

/** The plural forms that a sentence has, of each of its counts. */
function plurals(elements: MessageFormatElement[]): string[][] {
  return elements.flatMap((element) => {
    const inside = "options" in element ? Object.values(element.options).flatMap(({ value }) => plurals(value)) : [];
    return isPluralElement(element) ? [Object.keys(element.options), ...inside] : inside;
  });
}

describe.each(LANGUAGES)("the sentences in “%s”", (language) => {
  test("[WD2] each is there, can be read, and has the gaps of the English one", () => {
    const english = new Map(sentences("en").map(({ name, text }) => [name, gaps(parse(text))]));
    expect(
      sentences(language)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...english.keys()].sort());
    for (const { name, text } of sentences(language)) {
      expect(text.trim(), name).not.toBe("");
      expect(gaps(parse(text)), name).toEqual(english.get(name));
    }
  });

  test("[WD3] each plural has the forms of the language", () => {
    const { pluralCategories } = new Intl.PluralRules(LANGUAGE[language].locale).resolvedOptions();
    for (const { name, text } of sentences(language)) {
      for (const forms of plurals(parse(text))) {
        const named = forms.filter((form) => !form.startsWith("="));
        expect([...named].sort(), name).toEqual([...pluralCategories].sort());
      }
    }
  });
});

test("[WD4] a sentence with a hole is not said", () => {
  const shell = english("shell");
  expect(shell("read_only", { why: "the disk is full" })).toContain("(the disk is full)");
  expect(() => shell("read_only")).toThrow(/why/);
});

test("[WD12] a sentence in the gap of another is said in the same language", () => {
  const moved = { reference: "C-1-1", from: { room: "statuses", id: "inbox" }, to: "?" } as const;
  const said = (language: Language) => say({ language, catalogue: CATALOGUES[language] }, "board", "moved", moved);
  expect(said("en")).toBe("C-1-1 moved from Inbox to ?.");
  expect(said("ar")).toContain("«الوارد»");
});

test("[WD7] several things in a gap are listed, and a moment is written, as the language does", () => {
  const values = { names: ["Bo", "Chen"], who: "Ana", member: "Bo", due: "kept", moment: "" };
  const said = (language: Language, id: "claim_left_asked" | "claim_due_set", more: Values = {}) =>
    say({ language, catalogue: CATALOGUES[language] }, "events", id, { ...values, ...more });
  expect(said("en", "claim_left_asked")).toBe("Ana left it without an assignee and asked Bo, Chen to review");
  expect(said("ar", "claim_left_asked")).toMatch(/Bo،? وChen$/);
  const moment = { moment: Date.UTC(2026, 2, 13, 16, 20) };
  expect(said("en", "claim_due_set", { moment })).toBe("Ana set its due time to 13 Mar 2026, 16:20 UTC");
  expect(said("ar", "claim_due_set", { moment })).toContain("13 مارس 2026");
});
