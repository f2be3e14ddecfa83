import * as Y from "yjs";
import { type Container, MAX_DEPTH, nestedContainer, type Place, rootContainer } from "#server/collab/guard-layout.ts";
import { badUpdate, offLayout, resync } from "#server/collab/refusal.ts";

export type Struct = Y.Item | Y.GC | Y.Skip;
export type StructsByClient = ReadonlyMap<number, readonly Struct[]>;

/**
 * Finds where each item of an update would be placed, before anything is applied: the update often names only the
 * neighbour of an item, so its container is looked up through the neighbours, in the update or in the live document.
 */
export function createPlaces(doc: Y.Doc, incoming: StructsByClient) {
  const known = new Map<Y.Item, Place>();
  const total = [...incoming.values()].reduce((sum, list) => sum + list.length, 0);

  function placeOf(item: Y.Item, level = 0): Place {
    const passed: Y.Item[] = [];
    let place: Place | undefined;
    for (let at: Y.Item | null = item; at !== null && place === undefined; ) {
      place = known.get(at);
      if (place) break;
      if (passed.push(at) > total) throw badUpdate("The update refers to itself.");
      const next: Y.Item | Place = step(at, level);
      if (next instanceof Y.Item) at = next;
      else place = next;
    }
    for (const one of passed) known.set(one, place ?? "gone");
    return place ?? "gone";
  }

  /** One step towards the container: the place itself, or the neighbour in the update that knows it. */
  function step(item: Y.Item, level: number): Y.Item | Place {
    const parent = item.parent as string | Y.ID | null;
    if (typeof parent === "string") return { container: rootContainer(parent), key: item.parentSub };
    if (parent !== null) return within(find(parent, item), item.parentSub, level);
    const neighbour = item.origin ?? item.rightOrigin;
    if (neighbour === null) throw badUpdate("The update does not say where it belongs.");
    const found = find(neighbour, item);
    if (found.live) return livePlace(found.struct);
    return found.struct instanceof Y.Item ? found.struct : "gone";
  }

  function within(found: Found, key: string | null, level: number): Place {
    if (level > MAX_DEPTH) throw offLayout("The card is nested too deeply.");
    const { struct } = found;
    if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) return "gone";
    if (!(struct.content instanceof Y.ContentType)) throw offLayout("The update puts something into a plain value.");
    if (found.live) return { container: liveContainer(struct.content.type), key };
    const outer = placeOf(struct, level + 1);
    return outer === "gone" ? "gone" : { container: nestedContainer(outer.container, struct.content.type), key };
  }

  function livePlace(struct: Struct): Place {
    if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return "gone";
    return { container: liveContainer(struct.parent), key: struct.parentSub };
  }

  function liveContainer(type: Y.AbstractType<unknown>): Container {
    if (type._item === null) return rootContainer(Y.findRootTypeKey(type));
    const { parent } = type._item;
    if (!(parent instanceof Y.AbstractType)) throw offLayout("The card has no such part.");
    return nestedContainer(liveContainer(parent), type);
  }

  /** Throws a refusal when one of its neighbours is gone with its list, and the other is not: nobody can have seen these. */
  function checkSides(item: Y.Item): void {
    const { origin, rightOrigin } = item;
    if (origin && rightOrigin && isGone(find(origin, item)) !== isGone(find(rightOrigin, item)))
      throw badUpdate("The update names a neighbour that is gone beside one that is there.");
  }

  const isGone = ({ live, struct }: Found): boolean =>
    !(struct instanceof Y.Item) || (live ? livePlace(struct) : placeOf(struct)) === "gone";

  type Found = { live: boolean; struct: Struct };

  function find(id: Y.ID, from: Y.Item): Found {
    if (id.client === from.id.client && id.clock >= from.id.clock) throw badUpdate("The update refers to itself.");
    if (id.clock < Y.getState(doc.store, id.client)) return { live: true, struct: liveStruct(doc, id) };
    const struct = search(incoming.get(id.client) ?? [], id.clock);
    if (!struct) throw resync("Something that this edit builds on is missing here.");
    return { live: false, struct };
  }

  return { placeOf, checkSides, find };
}

/**
 * Of an item that is there in part, Yjs takes the rest: behind the last of what is there of its client, but into the
 * container of the neighbours that the item names. So these have to be the same, and the last has to stand there too.
 * Throws a refusal; call only for an item of which something is new.
 */
export function checkRest(doc: Y.Doc, item: Y.Item): void {
  const { client, clock } = item.id;
  const known = Y.getState(doc.store, client);
  if (clock >= known) return;
  const [there, last] = [liveStruct(doc, item.id), liveStruct(doc, Y.createID(client, known - 1))];
  if (!(there instanceof Y.Item && last instanceof Y.Item)) throw resync("What this edit goes on from is gone.");
  const origin = there.id.clock === clock ? there.origin : Y.createID(client, clock - 1);
  const isSame =
    Y.compareIDs(item.origin, origin) &&
    Y.compareIDs(item.rightOrigin, there.rightOrigin) &&
    isIn(doc, item, there.parent) &&
    last.parent === there.parent &&
    last.parentSub === there.parentSub;
  if (!isSame) throw badUpdate("The update puts a part elsewhere that is there already.");
}

/** Whether an item names this container, or leaves it to its neighbours. */
function isIn(doc: Y.Doc, item: Y.Item, container: Y.Item["parent"]): boolean {
  const parent = item.parent as string | Y.ID | null;
  if (parent === null || !(container instanceof Y.AbstractType)) return parent === null;
  if (typeof parent === "string") return doc.share.get(parent) === container;
  return Y.compareIDs(parent, container._item?.id ?? null);
}

function liveStruct(doc: Y.Doc, id: Y.ID): Struct {
  const structs = doc.store.clients.get(id.client) ?? [];
  return structs[Y.findIndexSS(structs, id.clock)] as Struct;
}

/** The item that holds a letter of the document; null when it is gone or not there yet. */
export function liveItem(doc: Y.Doc, id: Y.ID): Y.Item | null {
  if (id.clock >= Y.getState(doc.store, id.client)) return null;
  const struct = liveStruct(doc, id);
  return struct instanceof Y.Item ? struct : null;
}

function search(list: readonly Struct[], clock: number): Struct | undefined {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = list[middle] as Struct;
    if (clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return undefined;
}
