import * as Y from "yjs";
import { TEXT_FIELDS, type TextField } from "#domain/card.ts";
import { rationaleRoot, textRoot } from "#domain/card-roots.ts";
import type { PastCard } from "#server/past/past-card.ts";

/** Words that came with one row of the log, under one client id. A citation stands as the id of its source. */
export type Stretch = { client: number; place: number; text: string } | { client: number; place: number; cite: string };

/** A paragraph, with what stands before it: "- " in a list, "> " in a quotation. */
export type Line = { mark: string; stretches: Stretch[] };

export type Authorship = Record<TextField, Stretch[]> & { rationale: Line[] };

/** Which row of the log brought each word of a card's texts, told from the structs that hold them. */
export function authorshipOf(past: PastCard): Authorship {
  const texts = TEXT_FIELDS.map((field) => [field, stretchesOf(textRoot(past.doc, field), past)]);
  return {
    ...(Object.fromEntries(texts) as Record<TextField, Stretch[]>),
    rationale: linesOf(rationaleRoot(past.doc), "", past),
  };
}

function linesOf(parent: Y.XmlFragment, mark: string, past: PastCard): Line[] {
  return parent.toArray().flatMap((node, at): Line[] => {
    if (node instanceof Y.XmlText) return [{ mark, stretches: stretchesOf(node, past) }];
    if (!(node instanceof Y.XmlElement)) return [];
    if (node.nodeName === "paragraph") return [{ mark, stretches: inline(node, past) }];
    return linesOf(node, markOf(node, at, mark), past);
  });
}

/** Entries of a numbered list are counted; deeper ones stand further in. */
function markOf(node: Y.XmlElement, at: number, mark: string): string {
  if (node.nodeName === "blockquote") return `${mark}> `;
  if (node.nodeName !== "listItem") return mark;
  const isOrdered = node.parent instanceof Y.XmlElement && node.parent.nodeName === "orderedList";
  return `${mark}${isOrdered ? `${at + 1}. ` : "- "}`;
}

function inline(paragraph: Y.XmlElement, past: PastCard): Stretch[] {
  return paragraph.toArray().flatMap((node): Stretch[] => {
    if (node instanceof Y.XmlText) return stretchesOf(node, past);
    if (!(node instanceof Y.XmlElement) || !node._item) return [];
    const { client, clock } = node._item.id;
    const from = { client, place: past.broughtBy(client, clock).place };
    if (node.nodeName === "hardBreak") return [{ ...from, text: "\n" }];
    const cited: unknown = node.getAttribute("sourceId");
    return node.nodeName === "citation" ? [{ ...from, cite: typeof cited === "string" ? cited : "" }] : [];
  });
}

function stretchesOf(text: Y.Text, past: PastCard): Stretch[] {
  const found: Stretch[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    const { str } = item.content;
    for (let at = 0; at < str.length; ) {
      const { until, place } = past.broughtBy(client, clock + at);
      const end = Math.min(str.length, until - clock);
      found.push({ client, place, text: str.slice(at, end) });
      at = end;
    }
  }
  return found;
}
