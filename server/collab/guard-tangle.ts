import * as Y from "yjs";
import { liveItem } from "#server/collab/guard-places.ts";

/**
 * How many parts of a document may have to step over others when it is put together in another order than it was written
 * in, as at every opening. A card that people type costs nothing there: whoever writes behind a part names what stands
 * behind it, so each of its followers names the next one, and can only come after it. Where that does not hold, because
 * two wrote at one place or an update names false neighbours, any of these followers may meet all that stands between.
 * With this number times its parts, a document bounds what Yjs does beyond reading it (Nicolaescu et al., Near Real-Time
 * Peer-to-Peer Shared Editing on Extensible Data Types, 2016: the insertion of YATA).
 */
export function tangledParts(doc: Y.Doc): number {
  let tangled = 0;
  for (const first of firstParts(doc)) tangled += tangledFrom(doc, first);
  return tangled;
}

/** The first part of each list, and of all that a key of a map ever held. */
function* firstParts(doc: Y.Doc): Generator<Y.Item> {
  for (const type of doc.share.values()) yield* firstOf(type);
  for (const structs of doc.store.clients.values())
    for (const struct of structs)
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) yield* firstOf(struct.content.type);
}

function* firstOf(type: Pick<Y.AbstractType<unknown>, "_start" | "_map">): Generator<Y.Item> {
  if (type._start) yield type._start;
  for (const last of type._map.values()) {
    let first = last;
    while (first.left) first = first.left;
    yield first;
  }
}

type Followers = { count: number; last: Y.Item | null; areTangled: boolean };

/** The followers of a part are those that name it as what they were written behind. */
function tangledFrom(doc: Y.Doc, first: Y.Item): number {
  const later = new Map<Y.Item | null, Followers>();
  for (let at: Y.Item | null = first; at !== null; at = at.right) {
    if (Y.compareIDs(at.origin, at.left?.lastId ?? null)) continue;
    const part = at.origin && liveItem(doc, at.origin);
    const followers = later.get(part) ?? { count: 1, last: part ? part.right : first, areTangled: false };
    followers.count += 1;
    followers.areTangled ||= !Y.compareIDs(followers.last?.rightOrigin ?? null, at.id);
    followers.last = at;
    later.set(part, followers);
  }
  return [...later.values()].reduce((sum, { count, areTangled }) => sum + (areTangled ? count : 0), 0);
}
