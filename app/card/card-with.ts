import * as Y from "yjs";
import type { KeptEdit } from "#app/card/kept-edits.ts";
import { type Card, readCard } from "#domain/card.ts";
import { emptyCard } from "#domain/empty-card.ts";

/** The card as it would be with these edits; null when they build on something that it lacks, or cannot be read. */
export function cardWith(doc: Y.Doc, edits: readonly KeptEdit[]): Card | null {
  const copy = emptyCard();
  try {
    for (const update of [Y.encodeStateAsUpdate(doc), ...edits.map((one) => one.update)]) Y.applyUpdate(copy, update);
    const { pendingStructs, pendingDs } = copy.store;
    return pendingStructs || pendingDs ? null : readCard(copy);
  } catch {
    return null;
  } finally {
    copy.destroy();
  }
}
