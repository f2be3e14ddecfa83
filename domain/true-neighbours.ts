import * as Y from "yjs";

type Neighbour = Y.Item | null | undefined;

/**
 * Lets everything that a transaction of this copy has put into a list name the two parts between which it came to stand,
 * unless something arrived in it as well. Whoever types does that anyway. What Yjs's undo puts back into something that was
 * itself put back names parts that do not stand side by side, or the other way round, and then the order of a list depends on
 * the order in which its parts arrive.
 */
export function nameTrueNeighbours({ doc, local, beforeState }: Y.Transaction): void {
  if (!local) return;
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  const first = beforeState.get(doc.clientID) ?? 0;
  const [before, behind] = [new Map<Y.Item, Neighbour>(), new Map<Y.Item, Neighbour>()];
  // From the last to the first, each then taken out again: so the others stand around it as when it was put in.
  for (let at = structs.length - 1; at >= 0; at--) {
    const item = structs[at];
    if (!item || item.id.clock < first) return;
    if (!(item instanceof Y.Item)) continue;
    const left = before.has(item) ? before.get(item) : item.left;
    const right = behind.has(item) ? behind.get(item) : item.right;
    item.origin = left?.lastId ?? null;
    item.rightOrigin = right?.id ?? null;
    if (left) behind.set(left, right);
    if (right) before.set(right, left);
  }
}
