import * as Y from "yjs";
import { liveItem } from "#server/collab/guard-places.ts";
import { badUpdate } from "#server/collab/refusal.ts";

/**
 * Whoever writes sees the two neighbours of what they write side by side. With the right one they have seen the letter
 * behind which that one was written, and with the left one the letter before which that one was: so neither of these stands
 * between them. Where that does not hold, the order of a list can depend on the order in which its parts arrive, and a card
 * reads otherwise in a window that opens it later.
 */

/** These letters, of neighbours that are there: `end` is the letter of the right one before which something is written. */
export function seenBeside(left: Y.Item | null, right: Y.Item | null, end: Y.ID | null): Y.ID[] {
  return [left?.rightOrigin ?? null, right && end && originOf(right, end)].filter((id) => id !== null);
}

/** Whether a part holds a letter, from one of its own letters on. */
export const holds = ({ id, length }: Y.Item, { client, clock }: Y.ID, from = id.clock): boolean =>
  client === id.client && clock >= from && clock < id.clock + length;

/** The letter behind which a letter of a part was written. */
const originOf = ({ id, origin }: Y.Item, { client, clock }: Y.ID): Y.ID | null =>
  clock > id.clock ? Y.createID(client, clock - 1) : origin;

/**
 * Looks at each part that the lists of a document have got since it was at `before`, clocks by client. Throws a refusal for
 * neighbours that nobody can have seen side by side, or in this order.
 */
export function checkNeighbours(doc: Y.Doc, before: ReadonlyMap<number, number>): void {
  const letters = createLetters(doc);
  for (const [client, structs] of doc.store.clients) {
    const known = before.get(client) ?? 0;
    if (known === Y.getState(doc.store, client)) continue;
    for (let at = Y.findIndexSS(structs, known); at < structs.length; at++) {
      const part = structs[at];
      if (part instanceof Y.Item && part.parentSub === null) checkPart(doc, part, letters);
    }
  }
}

function checkPart(
  doc: Y.Doc,
  { parent, origin, rightOrigin }: Y.Item,
  letters: ReturnType<typeof createLetters>,
): void {
  if (!(parent instanceof Y.AbstractType)) return;
  const [left, right] = [origin && liveItem(doc, origin), rightOrigin && liveItem(doc, rightOrigin)];
  const from = origin ? letters.placeOf(parent, origin) : -1;
  const to = rightOrigin ? letters.placeOf(parent, rightOrigin) : Number.POSITIVE_INFINITY;
  if (!(from < to)) throw wrongWayRound();
  for (const seen of seenBeside(left, right, rightOrigin)) {
    const place = letters.placeOf(parent, seen);
    if (from < place && place < to) throw notNext();
  }
}

type List = Y.AbstractType<unknown>;

/** Counts the letters of a list, what is gone included. */
function createLetters(doc: Y.Doc) {
  const lists = new Map<List, Map<Y.Item, number>>();

  function count(list: List): Map<Y.Item, number> {
    const places = new Map<Y.Item, number>();
    let place = 0;
    for (let at = list._start; at !== null; at = at.right) {
      places.set(at, place);
      place += at.length;
    }
    lists.set(list, places);
    return places;
  }

  /** Where a letter stands in a list; NaN for one that stands elsewhere. */
  function placeOf(list: List, id: Y.ID): number {
    const part = liveItem(doc, id);
    const start = part && (lists.get(list) ?? count(list)).get(part);
    return part && start != null ? start + id.clock - part.id.clock : Number.NaN;
  }

  return { placeOf };
}

export const wrongWayRound = () => badUpdate("The update names neighbours the wrong way round.");
export const notNext = () => badUpdate("The update names neighbours that nobody can have seen side by side.");
