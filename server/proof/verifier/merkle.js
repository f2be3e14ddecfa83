import { hash } from "node:crypto";

// The Merkle tree of RFC 6962, section 2.1: a byte before what is hashed keeps leaves and nodes apart.
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** @param {Uint8Array} entry */
export const leafHash = (entry) => digest(Buffer.concat([LEAF, entry]));

/** @param {Uint8Array} left @param {Uint8Array} right */
export const nodeHash = (left, right) => digest(Buffer.concat([NODE, left, right]));

/** By way of hex, which Node gives in half the time. @param {Uint8Array} bytes */
const digest = (bytes) => Buffer.from(hash("sha256", bytes), "hex");

/** The largest power of two below `size`: where a tree of more than one leaf is split. @param {number} size */
export function splitOf(size) {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

/**
 * The root that a tree of `size` leaves has when this leaf stands at `index` and `path` beside its way up; null when the
 * path is too short or too long.
 * @param {{ leaf: Uint8Array, index: number, size: number, path: readonly Uint8Array[] }} proof
 */
export function rootOfInclusion({ leaf, index, size, path }) {
  if (!(index >= 0 && index < size)) return null;
  const steps = [...path];
  /** @param {number} at @param {number} leaves @returns {Uint8Array | null} */
  const climb = (at, leaves) => {
    if (leaves === 1) return leaf;
    const left = splitOf(leaves);
    const inner = at < left ? climb(at, left) : climb(at - left, leaves - left);
    const beside = steps.shift();
    if (!inner || !beside) return null;
    return at < left ? nodeHash(inner, beside) : nodeHash(beside, inner);
  };
  const root = climb(index, size);
  return steps.length === 0 ? root : null;
}

/**
 * Whether the tree with `newRoot` only added leaves to the one with `oldRoot`.
 * @param {{ oldSize: number, oldRoot: Uint8Array, newSize: number, newRoot: Uint8Array, path: readonly Uint8Array[] }} proof
 */
export function isConsistent({ oldSize, oldRoot, newSize, newRoot, path }) {
  if (!(oldSize > 0 && oldSize <= newSize)) return false;
  const steps = [...path];
  /** Both roots of a part. @param {number} old @param {number} leaves @param {boolean} isWhole @returns {Uint8Array[] | null} */
  const climb = (old, leaves, isWhole) => {
    if (old === leaves) return pair(isWhole ? oldRoot : steps.shift());
    const left = splitOf(leaves);
    const inner = old <= left ? climb(old, left, isWhole) : climb(old - left, leaves - left, false);
    const beside = steps.shift();
    if (!inner || !beside) return null;
    const [before, after] = /** @type {[Uint8Array, Uint8Array]} */ (inner);
    if (old <= left) return [before, nodeHash(after, beside)];
    return [nodeHash(beside, before), nodeHash(beside, after)];
  };
  const roots = climb(oldSize, newSize, true);
  if (!roots || steps.length > 0) return false;
  return isSame(roots[0], oldRoot) && isSame(roots[1], newRoot);
}

/** @param {Uint8Array | undefined} one */
const pair = (one) => (one ? [one, one] : null);

/** @param {Uint8Array | undefined} one @param {Uint8Array} other */
const isSame = (one, other) => one !== undefined && Buffer.compare(one, other) === 0;
