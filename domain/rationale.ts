/** The rationale as plain data, which nobody changes once it is read: what the page renders, what exports print, and what the hash covers. */
export type Inline =
  | { type: "text"; text: string; bold?: true; italic?: true; href?: string }
  | { type: "citation"; sourceId: string }
  | { type: "mention"; memberId: string; label: string }
  | { type: "break" };

export type Block =
  | { type: "paragraph"; children: readonly Inline[] }
  | { type: "list"; ordered: boolean; entries: readonly (readonly Block[])[] }
  | { type: "blockquote"; language: string; cite: string; children: readonly Block[] };

/** Everything inline, in reading order. */
export function inlines(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap((block) => {
    if (block.type === "paragraph") return block.children;
    if (block.type === "blockquote") return inlines(block.children);
    return block.entries.flatMap(inlines);
  });
}

/** How many UTF-16 units of words stand in it. */
export function lengthOf(blocks: readonly Block[]): number {
  let length = 0;
  for (const block of blocks) {
    if (block.type === "blockquote") length += lengthOf(block.children);
    else if (block.type === "list") for (const entry of block.entries) length += lengthOf(entry);
    else for (const one of block.children) if (one.type === "text") length += one.text.length;
  }
  return length;
}

/** Every place that leads somewhere: linked words, in one piece also where only part of them is bold, and the address of a blockquote. */
export function linksOf(blocks: readonly Block[]): { text: string; href: string }[] {
  return blocks.flatMap((block) => {
    if (block.type === "paragraph") return linksIn(block.children);
    if (block.type === "list") return block.entries.flatMap(linksOf);
    return [...(block.cite === "" ? [] : [{ text: "", href: block.cite }]), ...linksOf(block.children)];
  });
}

function linksIn(children: readonly Inline[]): { text: string; href: string }[] {
  const links: { text: string; href: string }[] = [];
  let before: string | undefined;
  for (const one of children) {
    const href = one.type === "text" ? one.href : undefined;
    const last = links.at(-1);
    if (one.type === "text" && href !== undefined) {
      if (last && before === href) last.text += one.text;
      else links.push({ text: one.text, href });
    }
    before = href;
  }
  return links;
}

/** Source ids in the order of their first use: the number of a citation is its place here, plus one. */
export function citationOrder(blocks: readonly Block[], sourceIds: readonly string[]): string[] {
  const known = new Set(sourceIds);
  const cited = inlines(blocks).flatMap((one) =>
    one.type === "citation" && known.has(one.sourceId) ? [one.sourceId] : [],
  );
  return [...new Set(cited)];
}

/**
 * The rationale as plain text, one line per paragraph. `cite` says how a citation is written; the hash writes ids,
 * so that it does not change when numbering does.
 */
export function rationaleText(blocks: readonly Block[], cite: (sourceId: string) => string): string {
  const inline = (one: Inline): string => {
    if (one.type === "text") return one.text;
    if (one.type === "citation") return cite(one.sourceId);
    return one.type === "break" ? "\n" : `@${one.label}`;
  };
  const lines = (list: readonly Block[], indent: string): string[] =>
    list.flatMap((block) => {
      if (block.type === "paragraph") return [indent + block.children.map(inline).join("")];
      if (block.type === "blockquote") return lines(block.children, `${indent}> `);
      return block.entries.flatMap((entry, at) => lines(entry, `${indent}${block.ordered ? `${at + 1}.` : "-"} `));
    });
  return lines(blocks, "").join("\n");
}

/** The same blocks with other ids in their citations. */
export function withCitations(blocks: readonly Block[], idOf: (sourceId: string) => string): Block[] {
  const inline = (one: Inline): Inline => (one.type === "citation" ? { ...one, sourceId: idOf(one.sourceId) } : one);
  return blocks.map((block) => {
    if (block.type === "paragraph") return { ...block, children: block.children.map(inline) };
    if (block.type === "blockquote") return { ...block, children: withCitations(block.children, idOf) };
    return { ...block, entries: block.entries.map((entry) => withCitations(entry, idOf)) };
  });
}
