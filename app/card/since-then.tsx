import { useWholeCard } from "#app/card/card-context.ts";
import { CardDiffView } from "#app/card/card-diff-view.tsx";
import type { Card } from "#domain/card.ts";
import type { Scale } from "#domain/scales.ts";

/** What is different on the card now. */
export function SinceThen({ before, scale }: { before: Card; scale: Scale | null }) {
  return <CardDiffView before={before} after={useWholeCard()} scale={scale} />;
}
