import type { Place } from "#app/card/places.ts";
import { spotSelector } from "#app/together/spot.ts";

/** What takes the focus in a place, the first kind that it has. */
const CONTROLS = ["textarea, input, select, [contenteditable=true]", "[aria-expanded]:not([aria-haspopup])", "button"];

/** The part of the card that a place belongs to, as addresses name it. */
const ANCHORS: Record<string, string> = { fields: "who", "fields/ratingId": "verdict" };

/** Brings a place of the card into view, with the focus in its field. Tells whether it is on the page. */
export function goToPlace(place: Place): boolean {
  const frame = document.querySelector<HTMLElement>(spotSelector(place));
  frame?.scrollIntoView({ block: "center" });
  const controls = CONTROLS.map((kind) => frame?.querySelector<HTMLElement>(kind));
  controls.find(Boolean)?.focus({ preventScroll: true });
  return frame !== null;
}

export function anchorOf(place: Place): string {
  const root = place.split("/")[0] ?? "";
  return `#${ANCHORS[place] ?? ANCHORS[root] ?? root}`;
}
