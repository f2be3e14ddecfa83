import { z } from "zod";
import { safeHref } from "#domain/safe-href.ts";

/**
 * What the rationale may hold, node by node: the same as the editor's schema, which a test compares. The server refuses
 * everything else, because an editor deletes what it cannot build, in the name of whoever opened the card.
 */
export type NodeRule = {
  /** Names of the elements that may stand in it; "text" is a run of words. */
  children: readonly string[];
  /** A node without any of these is not whole; `paragraph first` is what a list entry begins with. */
  needs: "nothing" | "a child" | "a paragraph first";
  attributes: Readonly<Record<string, z.ZodType>>;
};

const short = z.string().max(2_048);
const BLOCKS = ["paragraph", "bulletList", "orderedList", "blockquote"] as const;

export const RATIONALE_ROOT: NodeRule = { children: BLOCKS, needs: "nothing", attributes: {} };

export const RATIONALE_NODES: Readonly<Record<string, NodeRule>> = {
  paragraph: { children: ["text", "hardBreak", "citation"], needs: "nothing", attributes: {} },
  bulletList: { children: ["listItem"], needs: "a child", attributes: {} },
  orderedList: {
    children: ["listItem"],
    needs: "a child",
    attributes: { start: z.int().min(0).max(1_000_000), type: short },
  },
  listItem: { children: BLOCKS, needs: "a paragraph first", attributes: {} },
  blockquote: { children: BLOCKS, needs: "a child", attributes: { lang: short, cite: short } },
  hardBreak: { children: [], needs: "nothing", attributes: {} },
  citation: { children: [], needs: "nothing", attributes: { sourceId: z.string().max(200) } },
};

const nothing = z.strictObject({});

/** The marks on words, with what they may carry; a mark is taken away by null. */
export const RATIONALE_MARKS: Readonly<Record<string, z.ZodType>> = {
  bold: nothing,
  italic: nothing,
  link: z.strictObject({
    href: short.refine((address) => safeHref(address) !== null),
    target: short.nullish(),
    rel: short.nullish(),
    class: short.nullish(),
    title: short.nullish(),
  }),
};
