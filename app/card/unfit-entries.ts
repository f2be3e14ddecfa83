import { OutsideStore } from "#app/card/outside-store.ts";
import type { Place } from "#app/card/places.ts";
import type { Card } from "#domain/card.ts";

const nothing: ReadonlyMap<Place, string> = new Map();

/**
 * What stands in a box and cannot be stored as it is, such as "a hundred or so" for an amount; by place and key, e.g.
 * "figures/f1/value". It outlives the box, so that closing a source's form loses nothing.
 */
export class UnfitEntries extends OutsideStore<ReadonlyMap<Place, string>> {
  constructor() {
    super(nothing);
  }

  keep(place: Place, words: string | null): void {
    const before = this.read();
    if ((before.get(place) ?? null) === words) return;
    const rest = [...before].filter(([one]) => one !== place);
    this.write(new Map(words === null ? rest : [...rest, [place, words]]));
  }

  /** Forgets what belongs to a box that is not on the card any more. */
  keepWhatIsOn(card: Card): void {
    for (const place of this.read().keys()) if (!hasBox(card, place)) this.keep(place, null);
  }
}

function hasBox({ figures, sources }: Card, place: Place): boolean {
  const [root, id, key] = place.split("/");
  if (root === "sources") return sources.some((one) => one.id === id);
  return figures.some((one) => one.id === id && (key === "value" || one.qualifier === "between"));
}
