import fc from "fast-check";
import { expect, test } from "vitest";
import { figureSayer } from "#domain/figure-words.ts";
import { formatFigure, QUALIFIERS } from "#domain/figures.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import type { Language } from "#domain/words/languages.ts";

const amount = fc.constantFrom("", "0", "1500", "-2.5", "a lot", "{x}");
const figure = fc.record({
  ...{ id: fc.constant("f"), qualifier: fc.constantFrom(...QUALIFIERS), value: amount, upper: amount },
  ...{ unit: fc.constantFrom("", "people", " <b>", "{y}"), asOf: fc.constant("") },
});
const inWords = (language: Language) => figureSayer({ language, catalogue: CATALOGUES[language] });

test("[FG8] in English a card says a figure as exports do", () => {
  fc.assert(
    fc.property(figure, (one) => {
      expect(inWords("en")(one)).toBe(formatFigure(one));
    }),
  );
});

test("[FG8] in Arabic a figure keeps its bound and its digits", () => {
  const upTo = { qualifier: "up_to", value: "1500", upper: "", unit: "محتجز", asOf: "" } as const;
  expect(inWords("ar")(upTo)).toBe("حتى 1,500 محتجز");
  expect(inWords("ar")({ ...upTo, asOf: "مساء الاثنين" })).toBe("حتى 1,500 محتجز بتاريخ مساء الاثنين");
});
