import * as Y from "yjs";
import { createOrder } from "#server/collab/guard-order.ts";
import { badUpdate, entangled, tooCostly } from "#server/collab/refusal.ts";

/** Parts that Yjs may have to step over before an update is tried first. */
const MAX_STEPS = 5_000;
/**
 * Values that one key may have beside a new one that does not name the last of them, and that one update may bring for it.
 * An editor names the last; more than these are only there when people set a field by turns while somebody was away.
 */
const MAX_VALUES = 300;
/** Keys that one map may ever have had: each entry of a list is one, and all are gone through when the card is read. */
const MAX_KEYS = 2_000;

/** Where a new part stands among what is there already: behind `left`, and before the letter `end` of `right`. */
type Bounds = { left: Y.Item | null; right: Y.Item | null; end: Y.ID | null };

/**
 * Counts what lies between the neighbours that new parts name. Yjs steps over all of it to settle who stands where. An
 * editor names true neighbours, so between them is only what others put there meanwhile; a hostile update may name any.
 * `parts` is how many new parts there are.
 */
export function createDistance(doc: Y.Doc, parts: number) {
  const bounds = new Map<Y.Item, Bounds>();
  const keys = new Map<Y.Item, string>();
  /** Of each key the last value that the update brings, and how many of its values do not name the one before. */
  const values = new Map<string, { last: Y.Item; strays: number }>();
  const newKeys = new Map<string, number>();
  const order = createOrder(parts);
  let steps = 0;
  let tangled = 0;
  let pieces = 0;

  /**
   * `brought` and `rightOrigin` are the item's neighbours that the same update brings, `key` is that under which it stands.
   * Throws a refusal for one value too many under a key, and for neighbours that stand the other way round.
   */
  function walk(item: Y.Item, brought: Y.Item | null, rightOrigin: Y.Item | null, key: string | null): void {
    // Of a run that is there in part, Yjs takes the rest, and puts it behind what is there.
    const known = Y.getState(doc.store, item.id.client);
    const isRest = item.id.clock < known;
    const behind = isRest ? Y.createID(item.id.client, known - 1) : item.origin;
    const origin = isRest ? null : brought;
    // Yjs writes values so; one that names another behind it would not say whose key it is, and be looked for among all.
    if (key !== null && item.rightOrigin) throw badUpdate("A value of a key stands before another one.");
    const left = origin ? (bounds.get(origin)?.left ?? null) : behind && liveItem(doc, behind);
    const { right, end } = (rightOrigin && bounds.get(rightOrigin)) ?? {
      right: item.rightOrigin && liveItem(doc, item.rightOrigin),
      end: item.rightOrigin,
    };
    bounds.set(item, { left, right, end });
    const beside = key === null ? 0 : countValue(item, origin, left, key);
    const between = origin ? 0 : countBetween(item, behind, { left, right, end });
    const start = () => `${containerOf(item, left ?? right)} ${key ?? ""}`;
    tangled += order.follow(item, { behind, origin, rightOrigin, start, between: between + beside });
    pieces +=
      cutBy(behind, origin ?? left) + (item.rightOrigin ? cutBefore(item.rightOrigin, rightOrigin ?? right) : 0);
  }

  /** Also the piece of a neighbour that the other one, or the new part, comes to stand behind or before. */
  function countBetween(item: Y.Item, behind: Y.ID | null, { left, right, end }: Bounds): number {
    const [from, to] = [behind?.clock ?? -1, end?.clock ?? -1];
    if (right && left === right && to <= from) throw wrongWayRound();
    if (right && left === right) return to === from + 1 ? 0 : 1;
    const cut = cutBy(behind, left) + (right && to > right.id.clock ? 1 : 0);
    if (steps > MAX_STEPS) return cut;
    const start = steps;
    let at = left ? left.right : behind ? null : startOf(doc, item, right);
    const isEmpty = at === null;
    for (; at !== null && at !== right && steps <= MAX_STEPS; at = at.right) steps++;
    if (at === null && right !== null && (left || !isEmpty)) throw wrongWayRound();
    return cut + steps - start;
  }

  /** Yjs goes over the values of a key from the first one on, also when a card is loaded, so they bound each other. */
  function countValue(item: Y.Item, origin: Y.Item | null, left: Y.Item | null, key: string): number {
    const container = origin ? keys.get(origin) : `${containerOf(item, left)} ${key}`;
    if (container === undefined) return 0;
    keys.set(item, container);
    const before = values.get(container);
    if (!before && !left) countKey(containerOf(item, left), liveType(doc, item), key);
    const strays = (before?.strays ?? 0) + (before && origin !== before.last ? 1 : 0);
    values.set(container, { last: item, strays });
    let beside = 0;
    const first = left ? left.right : item.origin ? null : (liveType(doc, item)?._map.get(key) ?? null);
    for (let at = first; at !== null && beside <= MAX_VALUES; at = left ? at.right : at.left) beside++;
    if (strays > MAX_VALUES || beside > MAX_VALUES) throw entangled();
    return beside;
  }

  function countKey(container: string, type: ReturnType<typeof liveType>, key: string): void {
    if (type?._map.has(key)) return;
    const count = (newKeys.get(container) ?? 0) + 1;
    newKeys.set(container, count);
    if (count + (type?._map.size ?? 0) > MAX_KEYS) throw tooCostly("The card has too many entries.");
  }

  const isFar = () => steps > MAX_STEPS;
  return {
    walk,
    isFar,
    /** How many parts come to be tangled at most; see `tangledParts`. */
    tangled: () => (isFar() ? Number.POSITIVE_INFINITY : tangled),
    /** How many more parts there will be because something comes to stand in the middle of one. */
    pieces: () => pieces,
  };
}

const wrongWayRound = () => badUpdate("The update names neighbours the wrong way round.");

/** 1 when a part is cut in two by what comes to stand behind one of its letters, or before one, else 0. */
const cutBy = (letter: Y.ID | null, part: Y.Item | null) =>
  letter && part && part.id.clock + part.length - 1 !== letter.clock ? 1 : 0;
const cutBefore = (letter: Y.ID, part: Y.Item | null) => (part && part.id.clock !== letter.clock ? 1 : 0);

/** The type into which an item goes, by its root's name or by the id of the item that holds it. */
function containerOf({ parent }: Y.Item, neighbour: Y.Item | null): string {
  const type = neighbour?.parent instanceof Y.AbstractType ? neighbour.parent : null;
  if (type) return type._item ? idOf(type._item.id) : Y.findRootTypeKey(type);
  const place = parent as string | Y.ID | null;
  return place instanceof Y.ID ? idOf(place) : String(place);
}

const idOf = ({ client, clock }: Y.ID) => `${client} ${clock}`;

/** The type that is there already into which an item goes that names no neighbour; null when it is new. */
function liveType(doc: Y.Doc, { parent }: Y.Item) {
  const place = parent as string | Y.ID | null;
  if (typeof place === "string") return doc.share.get(place) ?? null;
  const holder = place && liveItem(doc, place);
  return holder?.content instanceof Y.ContentType ? holder.content.type : null;
}

/** The first item of the list into which an item goes that has nothing before it; null in a container that is new. */
function startOf(doc: Y.Doc, item: Y.Item, end: Y.Item | null): Y.Item | null {
  if (item.parentSub !== null) return null;
  const type = liveType(doc, item);
  if (type || item.parent !== null) return type?._start ?? null;
  return end?.parent instanceof Y.AbstractType ? end.parent._start : null;
}

function liveItem(doc: Y.Doc, { client, clock }: Y.ID): Y.Item | null {
  if (clock >= Y.getState(doc.store, client)) return null;
  const structs = doc.store.clients.get(client) ?? [];
  const struct = structs[Y.findIndexSS(structs, clock)];
  return struct instanceof Y.Item ? struct : null;
}
