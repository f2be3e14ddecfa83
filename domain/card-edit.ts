import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import * as Y from "yjs";
import type {
  AssertionMode,
  Precision,
  Quote,
  ShortText,
  Source,
  SourceRank,
  SourceString,
  Stance,
} from "#domain/card.ts";
import type { Figure } from "#domain/figures.ts";
import type { MediaFinding, MediaKind } from "#domain/media.ts";

/** Writing to a card's Y.Doc. Call inside `doc.transact(…, origin)` so that undo knows whose edit it is. */

export type FieldValue = {
  [Key in ShortText]: string;
} & { mode: AssertionMode | null; saidWhenPrecision: Precision; claimantGuessed: boolean; labels: string[] } & {
  mediaKind: MediaKind | null;
  mediaFindings: MediaFinding[];
};

export function setField<Key extends keyof FieldValue>(doc: Y.Doc, key: Key, value: FieldValue[Key]): void {
  const fields = doc.getMap("fields");
  if (fields.get(key) !== value) fields.set(key, value);
}

export type SourceValue = { [Key in SourceString]: string } & {
  stance: Stance;
  rank: SourceRank | null;
  protected: boolean;
};

/** Adds a source at the end of the list; what is not given starts empty. */
export function addSource(doc: Y.Doc, id: string, given: Partial<SourceValue> = {}): void {
  const source = new Y.Map<unknown>();
  source.set("order", generateKeyBetween(lastOrder(doc.getMap("sources")), null));
  source.set("stance", given.stance ?? "context");
  for (const [key, value] of Object.entries(given)) source.set(key, value);
  doc.getMap("sources").set(id, source);
}

/** Does nothing when somebody removed the source meanwhile. */
export function setSource<Key extends keyof SourceValue>(
  doc: Y.Doc,
  id: string,
  key: Key,
  value: SourceValue[Key],
): void {
  const source = doc.getMap("sources").get(id);
  if (source instanceof Y.Map && source.get(key) !== value) source.set(key, value);
}

export function removeSource(doc: Y.Doc, id: string): void {
  doc.getMap("sources").delete(id);
}

/** Moves a source to stand before another one, or to the end (`null`). `sources` is the list as it is shown. */
export function moveSource(doc: Y.Doc, sources: readonly Source[], id: string, beforeId: string | null): void {
  const map = doc.getMap("sources");
  const rest = sources.map((one) => one.id).filter((one) => one !== id);
  const at = beforeId === null ? rest.length : rest.indexOf(beforeId);
  const moved = map.get(id);
  if (!(moved instanceof Y.Map) || at < 0) return;
  const [low, high] = [rest[at - 1], rest[at]].map((one) => (one === undefined ? null : orderOf(map.get(one))));
  const ordered = (low !== null || at === 0) && (high !== null || at === rest.length);
  const key = ordered ? keyBetween(low ?? null, high ?? null) : null;
  if (key !== null) moved.set("order", key);
  else renumber(map, rest.toSpliced(at, 0, id));
}

/** A key between two others; null where there is none, as between two sources that people added at the same moment. */
function keyBetween(low: string | null, high: string | null): string | null {
  try {
    return generateKeyBetween(low, high);
  } catch {
    return null;
  }
}

function renumber(map: Y.Map<unknown>, ids: readonly string[]): void {
  const keys = generateNKeysBetween(null, null, ids.length);
  ids.forEach((id, at) => {
    const source = map.get(id);
    if (source instanceof Y.Map) source.set("order", keys[at]);
  });
}

export function setFigure(doc: Y.Doc, figure: Figure): void {
  const figures = doc.getMap("figures");
  const order = orderOf(figures.get(figure.id)) ?? generateKeyBetween(lastOrder(figures), null);
  const { id, ...values } = figure;
  figures.set(id, { ...values, order });
}

export function removeFigure(doc: Y.Doc, id: string): void {
  doc.getMap("figures").delete(id);
}

export function addQuote(doc: Y.Doc, { id, ...quote }: Quote): void {
  const quotes = doc.getMap("quotes");
  quotes.set(id, { ...quote, order: generateKeyBetween(lastOrder(quotes), null) });
}

export function removeQuote(doc: Y.Doc, id: string): void {
  doc.getMap("quotes").delete(id);
}

/** The order key of an entry, or null where another program wrote something that is none. */
function orderOf(entry: unknown): string | null {
  const order = entry instanceof Y.Map ? entry.get("order") : (entry as { order?: unknown } | undefined)?.order;
  return typeof order === "string" && order !== "" && keyBetween(order, null) !== null ? order : null;
}

function lastOrder(map: Y.Map<unknown>): string | null {
  return [...map.values()]
    .map(orderOf)
    .reduce((last, one) => (one !== null && (last === null || one > last) ? one : last), null);
}
