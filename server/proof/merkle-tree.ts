import { hash } from "node:crypto";
import { nodeHash, splitOf } from "#server/proof/verifier/merkle.js";

/** The hash of a complete part: of the leaves from `index × 2^level` on, 2^level of them. Level 0 are the leaves. */
export type Subtree = (level: number, index: number) => Uint8Array;

/** The root of the tree of the first `size` leaves, as RFC 6962 defines it. */
export function rootOf(subtree: Subtree, size: number): Uint8Array {
  return size === 0 ? hash("sha256", "", "buffer") : part(subtree, 0, size);
}

/** What stands beside the way from a leaf up to the root of the first `size` leaves, from below (PATH in RFC 6962). */
export function inclusionPath(subtree: Subtree, leaf: number, size: number): Uint8Array[] {
  const path = (start: number, leaves: number): Uint8Array[] => {
    if (leaves === 1) return [];
    const left = splitOf(leaves);
    const [middle, right] = [start + left, leaves - left];
    return leaf < middle
      ? [...path(start, left), part(subtree, middle, right)]
      : [...path(middle, right), part(subtree, start, left)];
  };
  return path(0, size);
}

/** What shows that the tree of `newSize` leaves begins with the one of `oldSize` (PROOF in RFC 6962). */
export function consistencyPath(subtree: Subtree, oldSize: number, newSize: number): Uint8Array[] {
  const path = (old: number, start: number, leaves: number, isWhole: boolean): Uint8Array[] => {
    if (old === leaves) return isWhole ? [] : [part(subtree, start, leaves)];
    const left = splitOf(leaves);
    const [middle, right] = [start + left, leaves - left];
    return old <= left
      ? [...path(old, start, left, isWhole), part(subtree, middle, right)]
      : [...path(old - left, middle, right, false), part(subtree, start, left)];
  };
  return path(oldSize, 0, newSize, true);
}

/** The root of a tree to which leaves are added one after the other; it remembers one hash for each of its whole parts. */
export function growingTree() {
  const parts: { leaves: number; hash: Uint8Array }[] = [];
  const join = () => {
    const [left, right] = parts.splice(-2) as [(typeof parts)[0], (typeof parts)[0]];
    parts.push({ leaves: left.leaves + right.leaves, hash: nodeHash(left.hash, right.hash) });
  };
  return {
    add(leaf: Uint8Array): void {
      parts.push({ leaves: 1, hash: leaf });
      while (parts.at(-2)?.leaves === parts.at(-1)?.leaves) join();
    },

    root(): Uint8Array {
      const [last, ...before] = parts.map(({ hash: one }) => one).reverse();
      return last ? before.reduce((right, left) => nodeHash(left, right), last) : hash("sha256", "", "buffer");
    },
  };
}

/** The hash of some leaves as they stand in the tree: of a complete part, or of its complete parts from the left. */
function part(subtree: Subtree, start: number, leaves: number): Uint8Array {
  const level = Math.log2(leaves);
  if (Number.isInteger(level)) return subtree(level, start / leaves);
  const left = splitOf(leaves);
  return nodeHash(part(subtree, start, left), part(subtree, start + left, leaves - left));
}
