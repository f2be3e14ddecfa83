/** One replacement in a text, in UTF-16 units: at `at`, `remove` units go and `insert` comes. */
export type TextChange = { at: number; remove: number; insert: string };

/** A change as Yjs reports it. */
export type Delta = readonly { retain?: number; insert?: unknown; delete?: number }[];

/**
 * The smallest replacement that turns `before` into `after`. The caret tells equal letters apart: what stands behind
 * it was there before. Never cuts a surrogate pair, so that an emoji stays whole for everybody.
 */
export function changeBetween(before: string, after: string, caret: number): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let suffix = 0;
  const behind = Math.min(shorter, after.length - caret);
  while (suffix < behind && before[before.length - 1 - suffix] === after[after.length - 1 - suffix]) suffix += 1;
  let prefix = 0;
  while (prefix < shorter - suffix && before[prefix] === after[prefix]) prefix += 1;
  if (isHigh(before, prefix - 1)) prefix -= 1;
  if (isLow(before, before.length - suffix)) suffix -= 1;
  return { at: prefix, remove: before.length - suffix - prefix, insert: after.slice(prefix, after.length - suffix) };
}

const isHigh = (text: string, at: number) => at >= 0 && (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text: string, at: number) => at < text.length && (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** Where a position stands after somebody else's change; what is inserted exactly there comes behind it. */
export function moveIndex(index: number, delta: Delta): number {
  let at = 0;
  let moved = index;
  for (const { retain, insert, delete: gone } of delta) {
    if (retain) at += retain;
    else if (gone) moved -= Math.max(0, Math.min(gone, moved - at));
    else if (typeof insert === "string") {
      if (at < moved) moved += insert.length;
      at += insert.length;
    }
  }
  return moved;
}

/** The same replacement in a text that others have changed meanwhile. */
export function moveChange(change: TextChange, deltas: readonly Delta[]): TextChange {
  const move = (index: number) => deltas.reduce(moveIndex, index);
  const at = move(change.at);
  return { at, remove: Math.max(0, move(change.at + change.remove) - at), insert: change.insert };
}
