import * as Y from "yjs";
import { RATIONALE_NODES } from "#domain/rationale-layout.ts";

/**
 * Makes the nodes of a rationale whole that two people's edits left without what they need: an empty list or quotation
 * goes, a list entry begins with a paragraph. An editor deletes a node that is not whole, with all words in it, and in
 * the name of whoever has the card open; done here, nothing is lost and nobody is blamed. Call inside a transaction.
 */
export function mendRationale(parent: Y.XmlFragment): void {
  for (const child of [...parent.toArray()].reverse()) {
    if (!(child instanceof Y.XmlElement)) continue;
    mendRationale(child);
    const needs = RATIONALE_NODES[child.nodeName]?.needs;
    if (needs === "a paragraph first" && !startsWithParagraph(child)) child.insert(0, [new Y.XmlElement("paragraph")]);
    if (needs === "a child" && child.length === 0) parent.delete(parent.toArray().indexOf(child), 1);
  }
}

function startsWithParagraph(entry: Y.XmlElement): boolean {
  const first = entry.length > 0 ? entry.get(0) : null;
  return first instanceof Y.XmlElement && first.nodeName === "paragraph";
}
