import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText, foldWithPlaces, wordsOf } from "#domain/fold-text.ts";

describe("folding", () => {
  test.each([
    ["Zażółć GĘŚLĄ", "zazolc gesla"],
    ["Müller, Straße", "muller, strasse"],
    ["Ångström café", "angstrom cafe"],
    ["İstanbul", "istanbul"],
    ["ΟΔΟΣ οδός", "οδοσ οδοσ"],
    ["مُتَحَدِّث", "متحدث"],
    ["المـــدينة إلى أحمد", "المدينه الي احمد"],
    ["١٢٠ ۱۲۰ 120", "120 120 120"],
    ["שָׁלוֹם", "שלום"],
    ["ｆｕｌｌ ﬁt", "full fit"],
    ["a\u0000b\u200dc", "a bc"],
    ["हिन्दी 東京", "हिन्दी 東京"],
  ])("[FI3] “%s” is compared as “%s”", (given, folded) => {
    expect(foldText(given)).toBe(folded);
  });

  test("[FI3] composed and decomposed spellings are the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldText(text.normalize("NFD"))).toBe(foldText(text.normalize("NFC")));
      }),
    );
  });

  test("[FI3] every place in folded text leads to the character it came from", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (given) => {
        const { text, folded, places } = foldWithPlaces(given);
        expect(folded).toBe(foldText(given));
        expect(places).toHaveLength(folded.length + 1);
        expect(places.at(-1)).toBe(text.length);
        expect(places.toSorted((a, b) => a - b)).toEqual(places);
      }),
    );
  });

  test("[FI3] a Hindi word stays one word with its vowel signs", () => {
    expect(wordsOf(foldText("हिन्दी, में"))).toEqual(["हिन्दी", "में"]);
  });
});
