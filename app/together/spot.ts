/**
 * Where on a screen somebody is, by the id of what stands there and never by how far they scrolled: windows differ. The
 * places of a card are told by the card; elsewhere it is a sentence of the article or a claim of a list.
 */
const KINDS = [
  { prefix: "sentence:", attribute: "data-ordinal" },
  { prefix: "claim:", attribute: "data-claim" },
] as const;

/** The spot that holds this element; null when it is in none. */
export function spotOf(element: Element | null): string | null {
  for (const { prefix, attribute } of KINDS) {
    const found = element?.closest(`[${attribute}]`)?.getAttribute(attribute);
    if (found) return `${prefix}${found}`;
  }
  return null;
}

/** The element of a spot, or of a place on a card, as a selector. What it says comes from a colleague's browser. */
export function spotSelector(field: string): string {
  for (const { prefix, attribute } of KINDS)
    if (field.startsWith(prefix)) return `[${attribute}="${escaped(field.slice(prefix.length))}"]`;
  return `[data-place="${escaped(field)}"]`;
}

const escaped = (text: string) => text.replace(/["\\]/g, "\\$&").replace(/[\n\r\f]/g, "");

/** Below what stays at the top of a window. */
const EYES = [140, 220, 320];

/** The spot that stands where reading begins, in the middle of the window. */
export function spotInView(): string | null {
  for (const y of EYES) {
    const spot = spotOf(document.elementFromPoint(innerWidth / 2, y));
    if (spot) return spot;
  }
  return null;
}
