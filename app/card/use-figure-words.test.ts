import fc from "fast-check";
import { expect, test } from "vitest";
import { sayFigure } from "#app/card/use-figure-words.ts";
import { formatFigure, QUALIFIERS } from "#domain/figures.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import { english } from "#domain/words/english.ts";
import { LANGUAGE } from "#domain/words/languages.ts";
import { type Say, say } from "#domain/words/say.ts";

const amount = fc.constantFrom("", "0", "1500", "-2.5", "a lot", "{x}");
const figure = fc.record({
  ...{ id: fc.constant("f"), qualifier: fc.constantFrom(...QUALIFIERS), value: amount, upper: amount },
  ...{ unit: fc.constantFrom("", "people", " <b>", "{y}"), asOf: fc.constant("") },
});

test("[FG8] in English a card says a figure as exports do", () => {
  fc.assert(
    fc.property(figure, (one) => {
      expect(sayFigure(english("card"), one, LANGUAGE.en.locale)).toBe(formatFigure(one));
    }),
  );
});

test("[FG8] in Arabic a figure keeps its bound and its digits", () => {
  const arabic: Say<"card"> = (id, values) => say({ language: "ar", catalogue: CATALOGUES.ar }, "card", id, values);
  const upTo = { id: "f", qualifier: "up_to", value: "1500", upper: "", unit: "محتجز", asOf: "" } as const;
  expect(sayFigure(arabic, upTo, LANGUAGE.ar.locale)).toBe("حتى 1,500 محتجز");
});
