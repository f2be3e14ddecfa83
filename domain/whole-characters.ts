/** UTF-16 units around an offset that are cut into grapheme clusters. */
const WINDOW = 512;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Grapheme boundaries around the selection, moved inwards over white space but never into a cluster. */
export function trimmed(text: string, from: number, to: number): [number, number] {
  const start = clusterAt(text, from)[0];
  const end = from === to ? start : clusterAt(text, to - 1)[1];
  const wide = text.slice(start, end);
  const lead = wide.length - wide.trimStart().length;
  if (lead === wide.length) return [start, start];
  const last = end - (wide.length - wide.trimEnd().length) - 1;
  return [clusterAt(text, start + lead)[0], clusterAt(text, last)[1]];
}

/** The grapheme cluster that holds the UTF-16 unit at `at`, looked for within its own line. */
function clusterAt(text: string, at: number): [number, number] {
  if (at >= text.length) return [text.length, text.length];
  const line = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
  const from = Math.max(line, toWholeCodePoint(text, at - WINDOW));
  const cluster = graphemes.segment(text.slice(from, at + WINDOW)).containing(at - from);
  return cluster ? [from + cluster.index, from + cluster.index + cluster.segment.length] : [at, at + 1];
}

export function toWholeCodePoint(text: string, at: number): number {
  return isWhole(text, at) ? at : at - 1;
}

/** Whether no character is cut in two here: an unpaired surrogate does not stand inside an emoji. */
export function isWhole(text: string, at: number): boolean {
  return !/^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(Math.max(0, at - 1), at + 1));
}
