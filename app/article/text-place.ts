import { codePointLength, toCodePoint } from "#domain/anchors.ts";

/** As much of a DOM node as is needed to tell a place in the text. */
export type TextNode = {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly parentNode: TextNode | null;
  readonly childNodes: ArrayLike<TextNode>;
  getAttribute?(name: string): string | null;
};

/** Elements that carry the article's own words say where in the text these begin, in code points. */
export const RUN_ATTRIBUTE = "data-start";

/**
 * Tells which offset of the text (code points) a boundary of a selection means. Buttons and notes inside the article are
 * not text: a boundary in one of them means the nearest words inside the selection, so after it for its start, before it
 * for its end. Null when there are none.
 */
export function textOffset(root: TextNode, container: TextNode, offset: number, side: "start" | "end"): number | null {
  const run = runAround(root, container);
  if (run) return runStart(run) + offsetInRun(run, container, offset);
  const step = side === "start" ? 1 : -1;
  const from = boundaryChild(container, offset, step);
  const found = from.child ? findRun(from.child, step) : null;
  const near = found ?? runBeyond(root, from.child ? from.child : from.parent, step);
  if (!near) return null;
  return side === "start" ? runStart(near) : runStart(near) + codePointLength(wordsOf(near));
}

function runAround(root: TextNode, node: TextNode): TextNode | null {
  for (let at: TextNode | null = node; at && at !== root; at = at.parentNode) if (isRun(at)) return at;
  return null;
}

const isRun = (node: TextNode) => node.getAttribute?.(RUN_ATTRIBUTE) != null;
const runStart = (run: TextNode) => Number(run.getAttribute?.(RUN_ATTRIBUTE));
const wordsOf = (node: TextNode): string => node.nodeValue ?? Array.from(node.childNodes, wordsOf).join("");

function offsetInRun(run: TextNode, container: TextNode, offset: number): number {
  if (container.nodeValue !== null) return toCodePoint(container.nodeValue, offset);
  return container === run && offset === 0 ? 0 : codePointLength(wordsOf(run));
}

/** The child that the boundary stands before (looking on) or after (looking back); text that is no run counts as a whole. */
function boundaryChild(
  container: TextNode,
  offset: number,
  step: 1 | -1,
): { parent: TextNode; child: TextNode | null } {
  if (container.nodeValue !== null) return { parent: container, child: container };
  return { parent: container, child: container.childNodes[step === 1 ? offset : offset - 1] ?? null };
}

/** The first run inside a node, in the direction of `step`. */
function findRun(node: TextNode, step: 1 | -1): TextNode | null {
  if (isRun(node)) return node;
  const children = Array.from(node.childNodes);
  for (const child of step === 1 ? children : children.reverse()) {
    const found = findRun(child, step);
    if (found) return found;
  }
  return null;
}

/** The first run after (or before) a node, outside of it. */
function runBeyond(root: TextNode, node: TextNode, step: 1 | -1): TextNode | null {
  for (let at = node; at !== root && at.parentNode; at = at.parentNode) {
    const siblings = Array.from(at.parentNode.childNodes);
    for (let index = siblings.indexOf(at) + step; index >= 0 && index < siblings.length; index += step) {
      const sibling = siblings[index];
      const found = sibling && findRun(sibling, step);
      if (found) return found;
    }
  }
  return null;
}
