import { RUN_ATTRIBUTE } from "#app/article/text-place.ts";
import { codePointLength, toUtf16 } from "#domain/anchors.ts";

/** The node and offset where a place in the text (code points) is drawn; at a boundary the side that the words are on. */
export function domPlace(
  root: HTMLElement,
  offset: number,
  side: "start" | "end",
): { node: Text; offset: number } | null {
  const runs = root.querySelectorAll<HTMLElement>(`[${RUN_ATTRIBUTE}]`);
  const run = runs[lastRunFrom(runs, side === "start" ? offset : offset - 1)];
  const node = run?.firstChild;
  if (!run || !(node instanceof Text)) return null;
  const within = Math.min(offset - startOf(run), codePointLength(node.data));
  return { node, offset: toUtf16(node.data, Math.max(0, within)) };
}

const startOf = (run: HTMLElement) => Number(run.getAttribute(RUN_ATTRIBUTE));

/** The index of the last run that begins at or before the offset; runs stand in order. */
function lastRunFrom(runs: NodeListOf<HTMLElement>, offset: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const run = runs[middle];
    if (run && startOf(run) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
