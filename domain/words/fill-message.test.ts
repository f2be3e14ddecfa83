import {
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
  TYPE,
} from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { ar } from "#domain/words/ar.ts";
import { en } from "#domain/words/en.ts";
import { fillMessage } from "#domain/words/fill-message.ts";
import { LANGUAGE, LANGUAGES } from "#domain/words/languages.ts";
import { readMessage } from "#domain/words/read-message.ts";

const texts = { en, ar };
const withoutEmpty = (pieces: unknown[]) => pieces.filter((one) => one !== "");
const COUNTS = [0, 1, 2, 3, 11, 100, 1_234.5];

/** Values for every gap of a sentence: as many sets as it takes to come through each of its forms. */
function sets(text: string): Record<string, unknown>[] {
  const gaps = gapsIn(parse(text));
  const longest = Math.max(COUNTS.length, ...[...gaps.values()].map((one) => one.length));
  return Array.from({ length: longest }, (_, at) =>
    Object.fromEntries([...gaps].map(([name, values]) => [name, values[at % values.length]])),
  );
}

function gapsIn(elements: readonly MessageFormatElement[], found = new Map<string, unknown[]>()) {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    if (isTagElement(element)) found.set(element.value, [(inside: unknown[]) => ({ inside: withoutEmpty(inside) })]);
    else if (isPluralElement(element) || element.type === TYPE.number) found.set(element.value, COUNTS);
    else if (isSelectElement(element)) found.set(element.value, [...Object.keys(element.options), "something else"]);
    else found.set(element.value, ["{Ana}", "", 7, { an: "element" }, null]);
    if (isTagElement(element)) gapsIn(element.children, found);
    if (isPluralElement(element) || isSelectElement(element))
      for (const { value } of Object.values(element.options)) gapsIn(value, found);
  }
  return found;
}

describe.each(LANGUAGES)("the sentences in “%s”", (language) => {
  test("[WD2] each is filled as ICU's own rules say, whatever stands in its gaps", () => {
    const { locale } = LANGUAGE[language];
    const sentences = Object.values(texts[language]).flatMap((room) => Object.values<string>(room));
    for (const text of sentences) {
      const [message, reference] = [JSON.parse(JSON.stringify(readMessage(text))), new IntlMessageFormat(text, locale)];
      const wanted = sets(text).map((values) => [reference.format(values as never) as unknown].flat());
      expect(sets(text).map((values) => fillMessage(message, values, locale))).toEqual(wanted.map(withoutEmpty));
    }
  });
});

test("[WD4] a gap, a plural or a tag that nothing is given for is an error that names it", () => {
  const fill = (text: string, values: Record<string, unknown> = {}) => fillMessage(readMessage(text), values, "en");
  expect(() => fill("Hello {name}")).toThrow("“name”");
  expect(() => fill("<link>Go</link>", { link: "text" })).toThrow("“link”");
  expect(() => fill("{count, plural, one {# claim} other {# claims}}")).toThrow("“count”");
  expect(fill("It is '{'not'}' a gap")).toEqual(["It is {not} a gap"]);
});

test("what no sentence needs is refused when it is read, and not said wrong", () => {
  for (const text of [
    "{at, date}",
    "{n, number, percent}",
    "{n, selectordinal, other {#th}}",
    "{n, plural, offset:1 other {#}}",
  ])
    expect(() => readMessage(text), text).toThrow("of this kind");
});
