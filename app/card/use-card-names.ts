import { useMemo } from "react";
import { useFigureWords } from "#app/card/use-figure-words.ts";
import { useMediaLines } from "#app/card/use-media-lines.ts";
import type { Card } from "#domain/card.ts";
import type { CardNames } from "#domain/card-diff.ts";
import { cardNames } from "#domain/card-names.ts";
import type { Scale } from "#domain/scales.ts";

/** How the page calls what two states of a card hold. */
export function useCardNames(before: Card, after: Card, scale: Scale | null): CardNames {
  const { whole } = useFigureWords();
  const mediaWords = useMediaLines();
  return useMemo(
    () => cardNames(before, after, { scale, figureWords: whole, mediaWords }),
    [before, after, scale, whole, mediaWords],
  );
}
