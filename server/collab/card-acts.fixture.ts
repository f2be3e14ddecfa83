import * as Y from "yjs";
import { ASSERTION_MODES, readCard, SHORT_TEXTS, STANCES, TEXT_FIELDS } from "#domain/card.ts";
import {
  addQuote,
  addSource,
  moveSource,
  removeFigure,
  removeQuote,
  removeSource,
  setField,
  setFigure,
  setSource,
} from "#domain/card-edit.ts";
import { rationaleRoot, textRoot } from "#domain/card-roots.ts";
import { QUALIFIERS } from "#domain/figures.ts";
import { MEDIA_FINDINGS, MEDIA_KINDS } from "#domain/media.ts";

/** What an edit is made of; each takes what it needs, and numbers wrap around what there is. */
export type Chance = { at: number; length: number; words: string; id: string };

type Write = (doc: Y.Doc, chance: Chance) => void;

/** Edits of every root of the card, each as the product's screens make it. Call inside a transaction. */
export const CARD_ACTS = {
  type(doc, { at, length, words }) {
    const text = textRoot(doc, pick(TEXT_FIELDS, length));
    text.insert(whole(text, at % (text.length + 1)), words);
  },
  erase(doc, { at, length }) {
    const text = textRoot(doc, pick(TEXT_FIELDS, length));
    eraseIn(text, at, length);
  },
  field: (doc, { at, words }) => setField(doc, pick(SHORT_TEXTS, at), words),
  media: (doc, { at }) => setField(doc, "mediaKind", pick([...MEDIA_KINDS, null], at)),
  findings: (doc, { at }) =>
    setField(
      doc,
      "mediaFindings",
      MEDIA_FINDINGS.filter((_, place) => (at >> place) % 2 === 1),
    ),
  mode: (doc, { at }) => setField(doc, "mode", pick(ASSERTION_MODES, at)),
  labels: (doc, { words, id }) => setField(doc, "labels", [words, id]),
  figure(doc, { at, words, id }) {
    setFigure(doc, { id, qualifier: pick(QUALIFIERS, at), value: `${at}`, upper: `${at + 1}`, unit: words, asOf: "" });
  },
  dropFigure: (doc, { id }) => removeFigure(doc, id),
  quote: (doc, { at, words, id }) =>
    addQuote(doc, { id, versionId: "v1", exact: words, prefix: "", suffix: "", start: at, end: at + words.length }),
  dropQuote: (doc, { id }) => removeQuote(doc, id),
  source: (doc, { at, words, id }) => addSource(doc, id, { title: words, stance: pick(STANCES, at) }),
  sourceTitle: (doc, { words, id }) => setSource(doc, id, "title", words),
  moveSource(doc, { at, id }) {
    const { sources } = readCard(doc);
    if (sources.length > 0) moveSource(doc, sources, id, pick(sources, at).id);
  },
  dropSource: (doc, { id }) => removeSource(doc, id),
  paragraph(doc, { at, words }) {
    insertBlock(doc, at, paragraph(words));
  },
  list(doc, { at, words }) {
    insertBlock(doc, at, element(pick(["bulletList", "orderedList"], at), element("listItem", paragraph(words))));
  },
  quotation: (doc, { at, words }) => insertBlock(doc, at, element("blockquote", paragraph(words))),
  entry(doc, { at, words }) {
    const list = some(doc, ["bulletList", "orderedList"], at);
    list?.insert(at % (list.length + 1), [element("listItem", paragraph(words))]);
  },
  words(doc, { at, words }) {
    const run = someRun(doc, at);
    if (run) run.insert(whole(run, at % (run.length + 1)), words, pick([{}, { bold: {} }, { italic: {} }], at));
  },
  eraseWords(doc, { at, length }) {
    const run = someRun(doc, at);
    if (run) eraseIn(run, at, length);
  },
  format(doc, { at, length, words }) {
    const run = someRun(doc, at);
    if (!run) return;
    const [start, end] = stretch(run, at, length);
    if (end > start) run.format(start, end - start, pick(marks(words), at + length));
  },
  cite(doc, { at, id }) {
    const into = some(doc, ["paragraph"], at);
    const citation = new Y.XmlElement("citation");
    citation.setAttribute("sourceId", id);
    into?.insert(at % (into.length + 1), [citation]);
  },
  dropNode(doc, { at }) {
    const gone = some(doc, ["paragraph", "bulletList", "orderedList", "blockquote", "listItem", "citation"], at);
    if (gone) drop(gone);
  },
} satisfies Record<string, Write>;

export type CardAct = keyof typeof CARD_ACTS;

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

function eraseIn(text: Y.Text, at: number, length: number): void {
  const [start, end] = stretch(text, at, length);
  text.delete(start, end - start);
}

function stretch(text: Y.Text, at: number, length: number): [from: number, to: number] {
  const start = at % (text.length + 1);
  return [whole(text, start), whole(text, Math.min(start + length, text.length))];
}

/** A place between two signs, as carets have it: Yjs cannot divide what takes two code units. */
function whole(text: Y.Text, at: number): number {
  const words = text
    .toDelta()
    .map(({ insert }: { insert: string }) => insert)
    .join("");
  return /[\udc00-\udfff]/.test(words[at] ?? "") ? at + 1 : at;
}

const marks = (words: string) => [
  ...[{ bold: {} }, { bold: null }, { italic: {} }, { italic: null }],
  ...[{ link: { href: `https://example.org/${words.length}` } }, { link: null }],
];

function element(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
}

const paragraph = (words: string) => element("paragraph", new Y.XmlText(words));

function insertBlock(doc: Y.Doc, at: number, block: Y.XmlElement): void {
  const into = at % 3 === 0 ? some(doc, ["blockquote", "listItem"], at) : null;
  const parent = into ?? rationaleRoot(doc);
  const first = into?.nodeName === "listItem" ? 1 : 0;
  parent.insert(Math.min(parent.length, first + (at % (parent.length + 1))), [block]);
}

/** An element of these kinds, if there is one. */
function some(doc: Y.Doc, names: readonly string[], at: number): Y.XmlElement | null {
  const found = nodesIn(rationaleRoot(doc)).filter(
    (node): node is Y.XmlElement => node instanceof Y.XmlElement && names.includes(node.nodeName),
  );
  return found.length > 0 ? pick(found, at) : null;
}

function someRun(doc: Y.Doc, at: number): Y.XmlText | null {
  const found = nodesIn(rationaleRoot(doc)).filter((node): node is Y.XmlText => node instanceof Y.XmlText);
  return found.length > 0 ? pick(found, at) : null;
}

const nodesIn = (parent: Y.XmlFragment): (Y.XmlElement | Y.XmlText | Y.XmlHook)[] =>
  parent.toArray().flatMap((node) => [node, ...(node instanceof Y.XmlElement ? nodesIn(node) : [])]);

/** Takes a node out, and with the last child or a list entry's first paragraph also what is not whole without it. */
function drop(node: Y.XmlElement): void {
  const parent = node.parent as Y.XmlFragment;
  const at = parent.toArray().indexOf(node);
  const isNeeded =
    parent instanceof Y.XmlElement && parent.nodeName !== "paragraph" && (parent.length === 1 || at === 0);
  if (isNeeded) drop(parent as Y.XmlElement);
  else parent.delete(at, 1);
}
