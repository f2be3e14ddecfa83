import * as Y from "yjs";
import { holds, notNext, seenBeside, wrongWayRound } from "#server/collab/guard-neighbours.ts";
import { createOrder } from "#server/collab/guard-order.ts";
import { liveItem } from "#server/collab/guard-places.ts";
import { badUpdate, tooCostly } from "#server/collab/refusal.ts";

/** Parts that Yjs may have to step over before an update is tried first. */
const MAX_STEPS = 5_000;
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
  const newKeys = new Map<string, Set<string>>();
  const order = createOrder(parts);
  let steps = 0;
  let tangled = 0;
  let pieces = 0;
  let isUnsure = false;

  /**
   * `brought` and `rightOrigin` are the item's neighbours that the same update brings, `key` is that under which it stands.
   * Throws a refusal for one key too many in a map, and for neighbours that nobody can have seen so.
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
    let between = 0;
    if (key !== null && behind === null) between = countValues(item, key);
    else if (!origin) between = countBetween(item, behind, { left, right, end }, rightOrigin !== null);
    const start = () => `${containerOf(item, left ?? right)} ${key ?? ""}`;
    const { tangles, isSure } = order.follow(item, { behind, origin, rightOrigin, start });
    tangled += tangles + between;
    isUnsure ||= key === null && !isSure;
    // What the update itself brings in between is stepped over too.
    steps += tangles;
    pieces +=
      cutBy(behind, origin ?? left) + (item.rightOrigin ? cutBefore(item.rightOrigin, rightOrigin ?? right) : 0);
  }

  /**
   * Also the piece of a neighbour that the other one, or the new part, comes to stand behind or before. `isBrought` says that
   * the same update brings the right neighbour.
   */
  function countBetween(item: Y.Item, behind: Y.ID | null, { left, right, end }: Bounds, isBrought: boolean) {
    const [from, to] = [behind?.clock ?? -1, end?.clock ?? -1];
    const isInRight = right !== null && to > right.id.clock;
    const cut = cutBy(behind, left) + (isInRight ? 1 : 0);
    const next = left ? left.right : behind ? null : startOf(doc, item, right);
    if (cut === 0 && next === right) return 0;
    const seen = isBrought ? [] : seenBeside(left, right, end);
    const isSeen = (part: Y.Item, first?: number) => seen.some((id) => holds(part, id, first));
    if (left && isSeen(left, from + 1)) throw notNext();
    if (right && left === right && to > from) return to === from + 1 ? 0 : 1;
    if (isInRight && left !== right && !isBrought) throw notNext();
    if (steps > MAX_STEPS) return cut;
    const start = steps;
    let at = next;
    for (; at !== null && at !== right && steps <= MAX_STEPS; at = at.right) {
      if (isSeen(at)) throw notNext();
      steps++;
    }
    if (at === null && right !== null && (left || next)) throw wrongWayRound();
    return cut + steps - start;
  }

  /** Yjs goes over all values of a key, from the last one back, to place one that names none of them. */
  function countValues(item: Y.Item, key: string): number {
    const type = liveType(doc, item);
    countKey(containerOf(item, null), type, key);
    const start = steps;
    for (let at = type?._map.get(key) ?? null; at !== null && steps <= MAX_STEPS; at = at.left) steps++;
    return steps - start;
  }

  function countKey(container: string, type: ReturnType<typeof liveType>, key: string): void {
    if (type?._map.has(key)) return;
    const keys = newKeys.get(container) ?? new Set();
    newKeys.set(container, keys.add(key));
    if (keys.size + (type?._map.size ?? 0) > MAX_KEYS) throw tooCostly("The card has too many entries.");
  }

  const isFar = () => steps > MAX_STEPS;
  return {
    walk,
    /** Whether it takes the update to be in the document to say that its neighbours can be true; see `checkNeighbours`. */
    isUnsure: () => isUnsure || isFar(),
    /** How many parts come to be tangled at most; see `tangledParts`. */
    tangled: () => (isFar() ? Number.POSITIVE_INFINITY : tangled),
    /** How many more parts there will be because something comes to stand in the middle of one. */
    pieces: () => pieces,
  };
}

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
