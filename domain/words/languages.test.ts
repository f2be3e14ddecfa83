import fc from "fast-check";
import { expect, test } from "vitest";
import { LANGUAGES, wishedLanguage } from "#domain/words/languages.ts";

test.each([
  ["", "en"],
  ["en-US,en;q=0.8", "en"],
  ["de-DE,de;q=0.5,en;q=0.7", "en"],
  ["en;q=0", "en"],
  ["*", "en"],
  ["ar", "ar"],
  ["ar-EG,ar;q=0.9,en;q=0.8", "ar"],
  ["fr-FR,ar-LB;q=0.7,en;q=0.3", "ar"],
  ["en-GB,ar;q=0.9", "en"],
  ["AR;q=0.4, en;q=0.2", "ar"],
  ["ar;q=0,en", "en"],
  ["arz", "en"],
])("[WD1] a browser that asks for “%s” gets %s", (asked, language) => {
  expect(wishedLanguage(asked)).toBe(language);
});

test("[WD1] whatever a browser asks for, it gets a language that there is", () => {
  fc.assert(
    fc.property(fc.string(), (asked) => {
      expect(LANGUAGES).toContain(wishedLanguage(asked));
    }),
  );
});
