import fc from "fast-check";
import { expect, test } from "vitest";
import { anyCard } from "#domain/any-card.ts";
import { flawsOf, missingParts } from "#domain/missing.ts";
import { PRESET_SCALES } from "#domain/scales.ts";

const scale = PRESET_SCALES[0] ?? null;

test("[ED12] whatever keeps a card from a sign-off is among what it says is missing, and nothing else is called so", () => {
  fc.assert(
    fc.property(anyCard, fc.constantFrom(scale, null), (card, on) => {
      const blocking = missingParts(card, on).filter((one) => one.blocks);
      expect(blocking).toHaveLength(flawsOf(card, on).length);
    }),
  );
});

test("[ED12] each thing that is missing leads to the field of this card where it is given", () => {
  fc.assert(
    fc.property(anyCard, fc.constantFrom(scale, null), (card, on) => {
      const places = [
        ...["statement", "fields/claimant", "fields/claimantGuessed", "fields/ratingId", "verdict", "rationale"],
        ...card.figures.flatMap(({ id }) => [`figures/${id}/value`, `figures/${id}/upper`]),
        ...["sources", ...card.sources.map(({ id }) => `sources/${id}`)],
      ];
      for (const { place } of missingParts(card, on)) expect(places).toContain(place);
    }),
  );
});
