import * as Y from "yjs";

type Neighbours = {
  /** The letter behind which it comes to stand. */
  behind: Y.ID | null;
  /** Those that the same update brings. */
  origin: Y.Item | null;
  rightOrigin: Y.Item | null;
  /** The list that it begins, if it names nothing before it: as the document and itself tell, a new neighbour knows better. */
  start: () => string;
};

/**
 * Follows the parts of an update in their order, and says of each how many of them it may tangle: none when it names what
 * stands behind its place at that moment, as whoever types does (see `tangledParts`); and whether that is enough to know that
 * its new neighbours can be true (see `checkNeighbours`). `parts` is how many there are.
 */
export function createOrder(parts: number) {
  /** What the update has put right behind a part, or at the start of a list. */
  const followers = new Map<string, Y.Item>();
  const starts = new Map<Y.Item, string>();
  let count = 0;

  function follow(item: Y.Item, { behind, origin, rightOrigin, start }: Neighbours) {
    if (parts === 1) return { tangles: 0, isSure: true };
    count += 1;
    const place = behind ? `${behind.client} ${behind.clock}` : startOf(item, rightOrigin, start);
    const follower = followers.get(place) ?? null;
    followers.set(place, item);
    const isOrderly = rightOrigin === follower && standsBetween(item, origin, follower);
    const isSure = isOrderly && (!origin || !!follower || Y.compareIDs(item.rightOrigin, origin.rightOrigin));
    return { tangles: isOrderly ? 0 : count, isSure };
  }

  /** Of new neighbours it has to name the nearest ends. Behind one that nothing was put behind yet it meets no follower. */
  function standsBetween(item: Y.Item, origin: Y.Item | null, follower: Y.Item | null): boolean {
    if (origin && !Y.compareIDs(item.origin, origin.lastId)) return false;
    return !follower || Y.compareIDs(item.rightOrigin, follower.id);
  }

  function startOf(item: Y.Item, rightOrigin: Y.Item | null, start: () => string): string {
    const known = (rightOrigin && starts.get(rightOrigin)) ?? start();
    starts.set(item, known);
    return known;
  }

  return { follow };
}
