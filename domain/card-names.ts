import type { Card } from "#domain/card.ts";
import type { CardNames } from "#domain/card-diff.ts";
import { ratingOf, type Scale } from "#domain/scales.ts";

/** How a source is called where its title alone may be empty. */
export function sourceName(source: { title: string; publisher: string; url: string }): string {
  return source.title || source.publisher || source.url || "Untitled source";
}

/** How sources and ratings are called where two states of one card are compared. */
export function cardNames(before: Card, after: Card, scale: Scale | null): CardNames {
  return {
    sourceLabel: (id) => {
      const source = [...after.sources, ...before.sources].find((one) => one.id === id);
      return source ? sourceName(source) : "A removed source";
    },
    ratingLabel: (_scaleId, ratingId) => ratingOf(scale, ratingId)?.label ?? ratingId,
  };
}
