import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { Block } from "#domain/rationale.ts";
import { citationOrder, inlines, linksOf, rationaleText } from "#domain/rationale.ts";
import { readRationale } from "#domain/rationale-read.ts";

type Node = string | Y.XmlText | [name: string, attributes: Record<string, string>, ...children: Node[]];

function element(node: Node): Y.XmlElement | Y.XmlText {
  if (typeof node === "string") return new Y.XmlText(node);
  if (node instanceof Y.XmlText) return node;
  const [name, attributes, ...children] = node;
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.insert(0, children.map(element));
  return made;
}

function read(...nodes: Node[]): Block[] {
  const fragment = new Y.Doc().getXmlFragment("rationale");
  fragment.insert(0, nodes.map(element));
  return readRationale(fragment);
}

function linked(text: string, href: string): Y.XmlText {
  const node = new Y.XmlText();
  node.insert(0, text, { link: { href }, bold: true });
  return node;
}

const text = (blocks: Block[]) => rationaleText(blocks, (id) => `[${id}]`);

describe("reading the editor's document", () => {
  test("marks, citations, mentions and breaks are kept", () => {
    const blocks = read([
      "paragraph",
      {},
      linked("a", "https://a.example"),
      ["citation", { sourceId: "s" }],
      ["hardBreak", {}],
      ["mention", { id: "m", label: "Mina" }],
    ]);
    expect(inlines(blocks)).toEqual([
      { type: "text", text: "a", bold: true, href: "https://a.example/" },
      { type: "citation", sourceId: "s" },
      { type: "break" },
      { type: "mention", memberId: "m", label: "Mina" },
    ]);
  });

  test("a script link is text only", () => {
    expect(inlines(read(["paragraph", {}, linked("a", "javascript:alert(1)")]))).toEqual([
      { type: "text", text: "a", bold: true },
    ]);
  });

  test("text in unknown nodes is not lost, neither between paragraphs nor inside one", () => {
    expect(
      text(read(["heading", {}, "Title"], "loose", ["paragraph", {}, "a ", ["sparkle", {}, ["glow", {}, "b"]], " c"])),
    ).toBe("Title\nloose\na b c");
  });

  test("nesting without end is cut instead of failing", () => {
    const nest = (name: string): Node =>
      Array.from({ length: 500 }).reduce<Node>((inside) => [name, {}, inside], "deep");
    for (const name of ["blockquote", "unknown", "bulletList"]) expect(text(read(nest(name)))).not.toContain("deep");
    expect(text(read(["paragraph", {}, nest("unknown")]))).toBe("");
  });
});

const list: Node = [
  "orderedList",
  {},
  ["listItem", {}, ["paragraph", {}, "one"]],
  ["listItem", {}, ["paragraph", {}, "two"]],
];

test("as plain text, lists are numbered and quotes are marked", () => {
  const blocks = read(["paragraph", {}, "See ", ["citation", { sourceId: "s" }]], list, [
    "blockquote",
    { lang: "ar", cite: "https://a.example/" },
    ["paragraph", {}, "قال"],
  ]);
  expect(text(blocks)).toBe("See [s]\n1. one\n2. two\n> قال");
});

test("citations are numbered by first use, and only those of sources that are there", () => {
  const cite = (sourceId: string): Node => ["citation", { sourceId }];
  const blocks = read(["paragraph", {}, cite("b"), cite("gone"), cite("a"), cite("b")]);
  expect(citationOrder(blocks, ["a", "b", "c"])).toEqual(["b", "a"]);
});

test("links are listed wherever they stand", () => {
  const entry: Node = ["bulletList", {}, ["listItem", {}, ["paragraph", {}, linked("b", "https://b.example")]]];
  expect(linksOf(read(["blockquote", { cite: "https://a.example/" }, ["paragraph", {}, "a"]], entry))).toEqual([
    { text: "", href: "https://a.example/" },
    { text: "b", href: "https://b.example/" },
  ]);
});
