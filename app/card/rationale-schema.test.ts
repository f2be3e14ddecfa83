import { getSchema } from "@tiptap/core";
import type { ContentMatch, NodeType } from "@tiptap/pm/model";
import { expect, test } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import type { CardConnection } from "#app/card/connection.ts";
import { rationaleExtensions } from "#app/card/rationale-extensions.ts";
import { CardUndo } from "#app/card/undo.ts";
import { rootsOf } from "#domain/card-roots.ts";
import { RATIONALE_MARKS, RATIONALE_NODES, RATIONALE_ROOT } from "#domain/rationale-layout.ts";

const doc = new Y.Doc();
rootsOf(doc);
const undo = new CardUndo(doc, "me", () => null);
const parts = { doc, undo, presence: { awareness: new Awareness(doc) } } as unknown as CardConnection;
const schema = getSchema(
  rationaleExtensions(parts, { onCite: () => {}, words: { removed: "", gone: "", nameOf: () => "" } }),
);

/** The names of everything that may stand in a node, wherever in it. */
function childrenOf(type: NodeType): string[] {
  const seen = new Set<ContentMatch>();
  const names = new Set<string>();
  const follow = (match: ContentMatch): void => {
    if (seen.has(match)) return;
    seen.add(match);
    for (let at = 0; at < match.edgeCount; at++) {
      const edge = match.edge(at);
      names.add(edge.type.name);
      follow(edge.next);
    }
  };
  follow(type.contentMatch);
  return [...names].sort();
}

const needsOf = (type: NodeType): string => {
  if (type.contentMatch.validEnd) return "nothing";
  return type.contentMatch.edgeCount === 1 && type.name === "listItem" ? "a paragraph first" : "a child";
};

test("the server lets in exactly the nodes that the editor can build [RT54]", () => {
  const { doc: root, text: _text, ...nodes } = schema.nodes;
  expect(Object.keys(RATIONALE_NODES).sort()).toEqual(Object.keys(nodes).sort());
  expect([...RATIONALE_ROOT.children].sort()).toEqual(root && childrenOf(root));
  for (const [name, rule] of Object.entries(RATIONALE_NODES)) {
    const type = schema.nodes[name] as NodeType;
    const { children, needs, attributes } = rule;
    expect([name, [...children].sort(), needs, Object.keys(attributes).sort()]).toEqual([
      ...[name, childrenOf(type), needsOf(type)],
      Object.keys(type.spec.attrs ?? {}).sort(),
    ]);
  }
});

test("the server lets in exactly the marks that the editor can build [RT54]", () => {
  expect(Object.keys(RATIONALE_MARKS).sort()).toEqual(Object.keys(schema.marks).sort());
  for (const [name, rule] of Object.entries(RATIONALE_MARKS)) {
    const attrs = schema.mark(name, name === "link" ? { href: "https://example.org" } : {}).attrs;
    expect(rule.safeParse(attrs).success, name).toBe(true);
    expect(rule.safeParse({ ...attrs, onclick: "alert(1)" }).success, name).toBe(false);
  }
});
