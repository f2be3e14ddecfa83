import type { Card } from "#domain/card.ts";
import { citationOrder } from "#domain/rationale.ts";

/** The ids of the cited sources in the order of first use; a citation's number is the place here, plus one. */
export function citedOrder(card: Pick<Card, "rationale" | "sources">): string[] {
  return citationOrder(
    card.rationale,
    card.sources.map((one) => one.id),
  );
}

export function numberIn(order: readonly string[], sourceId: string): number | null {
  const at = order.indexOf(sourceId);
  return at < 0 ? null : at + 1;
}
