import type { Card } from "#domain/card.ts";
import type { CardNames } from "#domain/card-diff.ts";
import { ratingOf, type Scale } from "#domain/scales.ts";

export type NamedSource = { title: string; publisher: string; url: string };

/** How a source is called where its title alone may be empty; empty where nothing names it. */
export function sourceName(source: NamedSource): string {
  return source.title || source.publisher || source.url;
}

type Reader = { scale: Scale | null } & Pick<CardNames, "figureWords" | "mediaWords">;

/** How sources, ratings, figures and media are called where two states of one card are compared. */
export function cardNames(before: Card, after: Card, { scale, figureWords, mediaWords }: Reader): CardNames {
  return {
    sourceLabel: (id) => {
      const source = [...after.sources, ...before.sources].find((one) => one.id === id);
      return source ? sourceName(source) : "";
    },
    ratingLabel: (_scaleId, ratingId) => ratingOf(scale, ratingId)?.label ?? ratingId,
    ...(figureWords && { figureWords }),
    ...(mediaWords && { mediaWords }),
  };
}
