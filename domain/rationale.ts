import * as Y from "yjs";
import { safeHref } from "#domain/safe-href.ts";

/** The rationale as plain data: what the page renders, what exports print, and what the hash covers. */
export type Inline =
  | { type: "text"; text: string; bold?: true; italic?: true; href?: string }
  | { type: "citation"; sourceId: string }
  | { type: "mention"; memberId: string; label: string }
  | { type: "break" };

export type Block =
  | { type: "paragraph"; children: Inline[] }
  | { type: "list"; ordered: boolean; entries: Block[][] }
  | { type: "blockquote"; language: string; cite: string; children: Block[] };

const MAX_DEPTH = 32;

/** Reads the editor's XML fragment; unknown nodes give their text, unknown marks are left out. */
export function readRationale(fragment: Y.XmlFragment): Block[] {
  return readBlocks(fragment, 0);
}

function readBlocks(parent: Y.XmlFragment, depth: number): Block[] {
  if (depth > MAX_DEPTH) return [];
  return parent.toArray().flatMap((node) => (node instanceof Y.XmlElement ? readBlock(node, depth) : readLoose(node)));
}

function readLoose(node: unknown): Block[] {
  return node instanceof Y.XmlText && node.length > 0 ? [{ type: "paragraph", children: readText(node) }] : [];
}

function readBlock(node: Y.XmlElement, depth: number): Block[] {
  switch (node.nodeName) {
    case "bulletList":
    case "orderedList":
      return [{ type: "list", ordered: node.nodeName === "orderedList", entries: readEntries(node, depth) }];
    case "blockquote":
      return [
        {
          type: "blockquote",
          language: attribute(node, "lang"),
          cite: attribute(node, "cite"),
          children: readBlocks(node, depth + 1),
        },
      ];
    case "paragraph":
      return [{ type: "paragraph", children: readInline(node, depth) }];
    default:
      return readBlocks(node, depth + 1);
  }
}

function readEntries(list: Y.XmlElement, depth: number): Block[][] {
  return list
    .toArray()
    .filter((one): one is Y.XmlElement => one instanceof Y.XmlElement)
    .map((entry) => readBlocks(entry, depth + 1));
}

function readInline(paragraph: Y.XmlElement, depth: number): Inline[] {
  if (depth > MAX_DEPTH) return [];
  return paragraph.toArray().flatMap((node): Inline[] => {
    if (node instanceof Y.XmlText) return readText(node);
    if (!(node instanceof Y.XmlElement)) return [];
    if (node.nodeName === "hardBreak") return [{ type: "break" }];
    if (node.nodeName === "citation") return [{ type: "citation", sourceId: attribute(node, "sourceId") }];
    if (node.nodeName === "mention")
      return [{ type: "mention", memberId: attribute(node, "id"), label: attribute(node, "label") }];
    return readInline(node, depth + 1);
  });
}

function readText(node: Y.XmlText): Inline[] {
  const delta = node.toDelta() as { insert?: unknown; attributes?: Record<string, unknown> }[];
  return delta.flatMap(({ insert, attributes }): Inline[] => {
    if (typeof insert !== "string" || insert === "") return [];
    const link = attributes?.link as { href?: unknown } | null | undefined;
    const href = typeof link?.href === "string" ? safeHref(link.href) : null;
    return [
      {
        type: "text",
        text: insert,
        ...(attributes?.bold ? { bold: true as const } : {}),
        ...(attributes?.italic ? { italic: true as const } : {}),
        ...(href ? { href } : {}),
      },
    ];
  });
}

function attribute(node: Y.XmlElement, name: string): string {
  const value: unknown = node.getAttribute(name);
  return typeof value === "string" ? value.slice(0, 2_000) : "";
}

/** Everything inline, in reading order. */
export function inlines(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap((block) => {
    if (block.type === "paragraph") return block.children;
    if (block.type === "blockquote") return inlines(block.children);
    return block.entries.flatMap(inlines);
  });
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
