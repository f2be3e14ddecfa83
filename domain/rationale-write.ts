import * as Y from "yjs";

/** A stretch of a paragraph: words, or a citation of a source. */
export type Stretch = string | { cite: string };

/** Appends one paragraph to a rationale, in the shape the editor writes. Call inside a transaction. */
export function appendParagraph(fragment: Y.XmlFragment, stretches: readonly Stretch[]): void {
  const paragraph = new Y.XmlElement("paragraph");
  const nodes = stretches.map((stretch) =>
    typeof stretch === "string" ? new Y.XmlText(stretch) : citation(stretch.cite),
  );
  paragraph.insert(0, nodes);
  fragment.insert(fragment.length, [paragraph]);
}

function citation(sourceId: string): Y.XmlElement {
  const element = new Y.XmlElement("citation");
  element.setAttribute("sourceId", sourceId);
  return element;
}
