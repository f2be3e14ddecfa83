import * as Y from "yjs";
import { RATIONALE_NODES } from "#domain/rationale-layout.ts";

/**
 * Makes the nodes of a rationale whole that two people's edits left without what they need: an empty list or quotation
 * goes, a list entry begins with a paragraph. An editor deletes a node that is not whole, with all words in it, and in
 * the name of whoever has the card open; done here, nothing is lost and nobody is blamed. Call inside a transaction.
 */
export function mendRationale(parent: Y.XmlFragment): void {
  const children = parent.toArray();
  // From the end, so that the places before stay, and neighbours at once: somebody may send ten thousand empty lists.
  let emptyAfter = 0;
  for (let at = children.length - 1; at >= -1; at--) {
    const child = children[at];
    if (child instanceof Y.XmlElement) mendChild(child);
    if (isEmpty(child)) emptyAfter++;
    else if (emptyAfter > 0) {
      parent.delete(at + 1, emptyAfter);
      emptyAfter = 0;
    }
  }
}

function mendChild(child: Y.XmlElement): void {
  mendRationale(child);
  const needs = RATIONALE_NODES[child.nodeName]?.needs;
  if (needs === "a paragraph first" && !startsWithParagraph(child)) child.insert(0, [new Y.XmlElement("paragraph")]);
}

/** Whether it needs something in it and has nothing. */
const isEmpty = (child: unknown): boolean =>
  child instanceof Y.XmlElement && RATIONALE_NODES[child.nodeName]?.needs === "a child" && child.length === 0;

function startsWithParagraph(entry: Y.XmlElement): boolean {
  const first = entry.length > 0 ? entry.get(0) : null;
  return first instanceof Y.XmlElement && first.nodeName === "paragraph";
}
