import * as Y from "yjs";
import type { Block, Inline } from "#domain/rationale.ts";
import { safeHref } from "#domain/safe-href.ts";

const MAX_DEPTH = 32;

/** What was read of each element and has not changed since. */
type Known = WeakMap<Y.XmlFragment, Block[]>;

/** Reads the editor's XML fragment; unknown nodes give their text, unknown marks are left out. */
export function readRationale(fragment: Y.XmlFragment): Block[] {
  return readBlocks(fragment, 0, null);
}

/**
 * Reads a rationale again and again while it is edited. What has not changed stays the same objects, so a letter in one
 * paragraph of thousands costs the reading of that one.
 */
export function rationaleReader(doc: Y.Doc): () => Block[] {
  const known: Known = new WeakMap();
  doc.on("afterTransaction", ({ changedParentTypes }: Y.Transaction) => {
    for (const type of changedParentTypes.keys()) known.delete(type as never);
  });
  return () => {
    const fragment = doc.getXmlFragment("rationale");
    // Until a transaction is over, Yjs does not say what it has changed.
    return doc._transaction === null
      ? remembered(fragment, known, () => readBlocks(fragment, 0, known))
      : readRationale(fragment);
  };
}

function remembered(type: Y.XmlFragment, known: Known | null, read: () => Block[]): Block[] {
  const blocks = known?.get(type) ?? read();
  known?.set(type, blocks);
  return blocks;
}

function readBlocks(parent: Y.XmlFragment, depth: number, known: Known | null): Block[] {
  if (depth > MAX_DEPTH) return [];
  return parent
    .toArray()
    .flatMap((node) =>
      node instanceof Y.XmlElement ? remembered(node, known, () => readBlock(node, depth, known)) : readLoose(node),
    );
}

function readLoose(node: unknown): Block[] {
  return node instanceof Y.XmlText && node.length > 0 ? [{ type: "paragraph", children: joined(readText(node)) }] : [];
}

function readBlock(node: Y.XmlElement, depth: number, known: Known | null): Block[] {
  switch (node.nodeName) {
    case "bulletList":
    case "orderedList":
      return [{ type: "list", ordered: node.nodeName === "orderedList", entries: readEntries(node, depth, known) }];
    case "blockquote":
      return [
        {
          type: "blockquote",
          language: attribute(node, "lang"),
          cite: attribute(node, "cite"),
          children: readBlocks(node, depth + 1, known),
        },
      ];
    case "paragraph":
      return [{ type: "paragraph", children: joined(readInline(node, depth)) }];
    default:
      return readBlocks(node, depth + 1, known);
  }
}

function readEntries(list: Y.XmlElement, depth: number, known: Known | null): Block[][] {
  return list
    .toArray()
    .filter((one): one is Y.XmlElement => one instanceof Y.XmlElement)
    .map((entry) => remembered(entry, known, () => readBlocks(entry, depth + 1, known)));
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

/** Words side by side with the same marks are one: where marks came and went Yjs may leave them in pieces, which nobody sees. */
function joined(inlines: readonly Inline[]): Inline[] {
  const all: Inline[] = [];
  for (const one of inlines) {
    const last = all.at(-1);
    if (last?.type === "text" && one.type === "text" && isMarkedAlike(last, one)) last.text += one.text;
    else all.push(one);
  }
  return all;
}

type Words = Extract<Inline, { type: "text" }>;

const isMarkedAlike = (one: Words, other: Words): boolean =>
  one.bold === other.bold && one.italic === other.italic && one.href === other.href;

function attribute(node: Y.XmlElement, name: string): string {
  const value: unknown = node.getAttribute(name);
  return typeof value === "string" ? value.slice(0, 2_000) : "";
}
