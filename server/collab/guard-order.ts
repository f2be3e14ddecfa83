import * as Y from "yjs";

type Neighbours = {
  /** The letter behind which it comes to stand. */
  behind: Y.ID | null;
  /** Those that the same update brings. */
  origin: Y.Item | null;
  rightOrigin: Y.Item | null;
  /** The list that it begins, if it names nothing before it: as the document and itself tell, a new neighbour knows better. */
  start: () => string;
  /** How many parts that are there already stand between the neighbours that it names. */
  between: number;
};

/**
 * Follows the parts of an update in their order, and says of each how many parts it may tangle: none when it names what
 * stands behind its place at that moment, as whoever types does. See `tangledParts`. `parts` is how many there are.
 */
export function createOrder(parts: number) {
  /** What the update has put right behind a part, or at the start of a list. */
  const followers = new Map<string, Y.Item>();
  const starts = new Map<Y.Item, string>();
  let count = 0;

  function follow(item: Y.Item, { behind, origin, rightOrigin, start, between }: Neighbours): number {
    if (parts === 1) return between;
    count += 1;
    const place = behind ? `${behind.client} ${behind.clock}` : startOf(item, rightOrigin, start);
    const follower = followers.get(place) ?? null;
    followers.set(place, item);
    const isOrderly = rightOrigin === follower && standsBetween(item, origin, follower);
    return isOrderly ? between : count + between;
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
