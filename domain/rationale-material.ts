import type { Block, Inline } from "#domain/rationale.ts";

/** What a sign-off covers of one run: words with where they lead, a citation, a mention, or a line break. */
type Run = { text: string; href?: string } | { cite: string } | { mention: string; label: string } | { break: true };

type Node =
  | { paragraph: readonly Run[] }
  | { list: "ordered" | "bullet"; entries: readonly (readonly Node[])[] }
  | { quote: readonly Node[]; from: string };

/**
 * The rationale as a sign-off covers it: its nodes and runs as they stand, so that no citation, link or quotation can
 * move unseen. Bold, italics, empty paragraphs and where one run ends and an equal one begins are not in it.
 */
export function materialRationale(blocks: readonly Block[]): readonly Node[] {
  const before = known.get(blocks);
  if (before) return before;
  const nodes: Node[] = [];
  for (const block of blocks) nodes.push(...nodesOf(block));
  known.set(blocks, nodes);
  return nodes;
}

/** What was made of blocks before: nobody changes any that were read, and a long rationale is judged after each letter. */
const known = new WeakMap<Block | readonly Block[], readonly Node[]>();

function nodesOf(block: Block): readonly Node[] {
  const nodes = known.get(block) ?? nodesIn(block);
  known.set(block, nodes);
  return nodes;
}

function nodesIn(block: Block): Node[] {
  if (block.type === "paragraph") return block.children.length === 0 ? [] : [{ paragraph: runsOf(block.children) }];
  if (block.type === "blockquote") return [{ quote: materialRationale(block.children), from: block.cite }];
  return [{ list: block.ordered ? "ordered" : "bullet", entries: block.entries.map(materialRationale) }];
}

function runsOf(children: readonly Inline[]): Run[] {
  const runs: Run[] = [];
  for (const child of children) {
    const run = runOf(child);
    const last = runs.at(-1);
    if (last && "text" in last && "text" in run && last.href === run.href) last.text += run.text;
    else runs.push(run);
  }
  return runs;
}

function runOf(inline: Inline): Run {
  if (inline.type === "text") return { text: inline.text, ...(inline.href === undefined ? {} : { href: inline.href }) };
  if (inline.type === "citation") return { cite: inline.sourceId };
  return inline.type === "break" ? { break: true } : { mention: inline.memberId, label: inline.label };
}
