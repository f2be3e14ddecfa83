import * as Y from "yjs";
import { CARD_ROOTS, type Card, type RootName, SHORT_TEXTS, SOURCE_STRINGS, stringIn } from "#domain/card.ts";
import { rootsOf } from "#domain/card-roots.ts";
import type { Figure } from "#domain/figures.ts";
import { rationaleText } from "#domain/rationale.ts";

/** Where on the card something happened, as one word: a root's name, or root and key for what is kept by key. */
export type Place = string;

/** Every place that a transaction changed. */
export function placesOf(doc: Y.Doc, transaction: Y.Transaction): Place[] {
  const placeOf = placesIn(doc);
  const found = new Set<Place>();
  for (const [type, keys] of transaction.changed) {
    for (const key of keys) {
      const place = placeOf(type as Y.AbstractType<unknown>, key);
      if (place !== null) found.add(place);
    }
  }
  return [...found];
}

/** Who wrote in each of these places, as Yjs clients. Nobody did where something was only taken out. */
export function writersOf(doc: Y.Doc, { beforeState, afterState }: Y.Transaction): Map<Place, Set<number>> {
  const placeOf = placesIn(doc);
  const found = new Map<Place, Set<number>>();
  for (const [client, to] of afterState) {
    const from = beforeState.get(client) ?? 0;
    const structs = from < to ? (doc.store.clients.get(client) ?? []) : [];
    for (let at = from < to ? Y.findIndexSS(structs, from) : 0; at < structs.length; at++) {
      const item = structs[at];
      if (!(item instanceof Y.Item && item.parent instanceof Y.AbstractType)) continue;
      const place = placeOf(item.parent, item.parentSub);
      if (place !== null) found.set(place, (found.get(place) ?? new Set()).add(client));
    }
  }
  return found;
}

/** The place of what stands in a type under this key; null where the card has none. */
function placesIn(doc: Y.Doc): (type: Y.AbstractType<unknown>, key: string | null) => Place | null {
  const roots = new Map<unknown, RootName>(rootsOf(doc).map(({ name, type }) => [type, name]));
  return (type, key) => {
    let [top, under] = [type, key];
    while (top._item) {
      under = top._item.parentSub;
      top = top._item.parent as Y.AbstractType<unknown>;
    }
    const root = roots.get(top);
    if (!root) return null;
    if (CARD_ROOTS[root] !== "map") return root;
    return under === null ? null : `${root}/${under}`;
  };
}

/** The Y.Doc client that wrote last what stands at a place, e.g. "sources/s1/title"; null when nobody has. */
export function lastWriter(doc: Y.Doc, place: Place): number | null {
  const [root = "", ...keys] = place.split("/");
  let item: Y.Item | null | undefined;
  let type: unknown = rootsOf(doc).find(({ name }) => name === root)?.type;
  for (const key of keys) {
    const found = (type as Y.AbstractType<unknown> | undefined)?._map?.get(key);
    if (!found) break;
    item = found;
    type = found.content.getContent()[0];
  }
  return item?.id.client ?? null;
}

/** What stands at a place now, as text that can be copied. `inWords` says a figure. */
export function placeText(card: Card, place: Place, inWords: (figure: Figure) => string): string {
  const [root = "", key = ""] = place.split("/");
  if (root === "sources") return sourceText(card, key);
  if (root === "figures")
    return card.figures
      .filter((one) => one.id === key)
      .map(inWords)
      .join("\n");
  return writtenText(card, root === "fields" ? key : root);
}

/** The same of a text or a field of the card; empty for anything else. */
export function writtenText(card: Card, name: string): string {
  if (name === "rationale") return rationaleText(card.rationale, (id) => `[${titleOf(card, id)}]`);
  const short = SHORT_TEXTS.find((one) => one === name);
  if (short) return stringIn(card, short);
  const value: unknown = card[name as keyof Card];
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string").join(", ");
  return typeof value === "string" ? value : "";
}

const titleOf = (card: Card, id: string) => card.sources.find((one) => one.id === id)?.title ?? id;

function sourceText(card: Card, id: string): string {
  const source = card.sources.find((one) => one.id === id);
  if (!source) return "";
  return SOURCE_STRINGS.map((key) => source[key])
    .filter(Boolean)
    .join("\n");
}
