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
  if (frame && !focusIn(frame)) focusOnceThere(frame);
  return frame !== null;
}

function focusIn(frame: HTMLElement): boolean {
  const control = CONTROLS.map((kind) => frame.querySelector<HTMLElement>(kind)).find(Boolean);
  control?.focus({ preventScroll: true });
  return control !== undefined;
}

/** A field whose code is still on its way gets the focus when it arrives, unless the person has gone on by then. */
function focusOnceThere(frame: HTMLElement): void {
  const watch = new MutationObserver(() => focusIn(frame) && stop());
  const stop = () => {
    watch.disconnect();
    for (const hand of HANDS) document.removeEventListener(hand, stop);
  };
  watch.observe(frame, { childList: true, subtree: true });
  for (const hand of HANDS) document.addEventListener(hand, stop, { once: true });
}

const HANDS = ["pointerdown", "keydown"] as const;

export function anchorOf(place: Place): string {
  const root = place.split("/")[0] ?? "";
  return `#${ANCHORS[place] ?? ANCHORS[root] ?? root}`;
}
