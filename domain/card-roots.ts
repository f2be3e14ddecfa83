import type * as Y from "yjs";
import type { RootName, TextField } from "#domain/card.ts";
import { CARD_ROOTS } from "#domain/card.ts";

/** The co-edited text behind one of the card's text fields. */
export function textRoot(doc: Y.Doc, field: TextField): Y.Text {
  return doc.getText(field);
}

export function rationaleRoot(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment("rationale");
}

/** Every root of the card with its name, e.g. as the scope of undo. Defines the roots that nobody has written to yet. */
export function rootsOf(doc: Y.Doc): { name: RootName; type: Y.Text | Y.Map<unknown> | Y.XmlFragment }[] {
  return (Object.keys(CARD_ROOTS) as RootName[]).map((name) => ({ name, type: rootOf(doc, name) }));
}

function rootOf(doc: Y.Doc, name: RootName): Y.Text | Y.Map<unknown> | Y.XmlFragment {
  const kind = CARD_ROOTS[name];
  if (kind === "text") return doc.getText(name);
  return kind === "map" ? doc.getMap(name) : doc.getXmlFragment(name);
}
