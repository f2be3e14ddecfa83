import type { Block, Inline } from "#domain/rationale.ts";
import { safeHref } from "#domain/safe-href.ts";
import { type ClaimFacts, citationNumber, PROTECTED } from "#server/export/claim-facts.ts";
import { type HtmlValue, type Markup, html as xml } from "#server/export/html.ts";
import { directionOf, languageTag, oneLine, readable } from "#server/export/safe-text.ts";

/** What the text refers to by number, and other parts of the file hold. */
export type References = {
  /** The id of a new link to this address. */
  link(href: string): string;
  /** The number of a new ordered list, so that each begins at 1. */
  orderedList(): number;
  /** The number of a new place that links within the text lead to. */
  place(): number;
};

type Look = { language?: string; bold?: boolean; italic?: boolean; style?: string };

/** Not even escaped may these stand in XML 1.0. */
const NO_CHARACTERS = /[\ufffe\uffff]/g;
const RIGHT_TO_LEFT =
  /^\P{L}*[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Samr}\p{sc=Mand}\p{sc=Adlm}\p{sc=Rohg}]/u;

/** Whether a text is written from right to left: as its language is or, where that is not known, as its first letter. */
function isRightToLeft(text: string, language = ""): boolean {
  const direction = directionOf(language);
  return direction === "auto" ? RIGHT_TO_LEFT.test(text) : direction === "rtl";
}

/** Readable text that may stand in a part of the file. */
export const partText = (text: string): string => readable(text).replace(NO_CHARACTERS, "\ufffd");

/** Words of one look. */
export function run(text: string, look: Look = {}): Markup {
  const written = partText(text);
  return xml`<w:r>${looks(written, look)}<w:t xml:space="preserve">${written}</w:t></w:r>`;
}

// The order of these elements is part of the format.
function looks(text: string, { language = "", bold, italic, style }: Look): Markup {
  const [tag, isRtl] = [languageTag(language), isRightToLeft(text, language)];
  return xml`<w:rPr>${style && xml`<w:rStyle w:val="${style}"/>`}${bold && xml`<w:b/><w:bCs/>`}${italic && xml`<w:i/><w:iCs/>`}${isRtl && xml`<w:rtl/>`}${tag && (isRtl ? xml`<w:lang w:bidi="${tag}"/>` : xml`<w:lang w:val="${tag}"/>`)}</w:rPr>`;
}

type Form = { isRtl?: boolean; list?: { id: number; level: number } };

export function paragraph(style: string, content: HtmlValue, { isRtl = false, list }: Form = {}): Markup {
  const numbered = list && xml`<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.id}"/></w:numPr>`;
  return xml`<w:p><w:pPr><w:pStyle w:val="${style}"/>${numbered}${isRtl && xml`<w:bidi/>`}</w:pPr>${content}</w:p>`;
}

/** Text that people wrote, of several lines, as paragraphs in its own language. */
export function textParagraphs(style: string, text: string, language = ""): Markup[] {
  const lines = readable(text).split("\n").map(oneLine).filter(Boolean);
  return lines.map((line) => paragraph(style, run(line, { language }), { isRtl: isRightToLeft(line, language) }));
}

/** A link where the address may be one, else the text alone. */
export function link(references: References, text: string, address: string, look: Look = {}): Markup {
  const href = safeHref(address);
  const words = oneLine(text || address);
  if (!href) return run(words, look);
  return xml`<w:hyperlink r:id="${references.link(href)}" w:history="1">${run(words, { ...look, style: "Hyperlink" })}</w:hyperlink>`;
}

/** The name of the place where a source stands. */
export const sourcePlace = (reference: string, number: number) => `${reference.replace(/\W/g, "_")}_source_${number}`;

export function place(references: References, name: string): Markup {
  const id = references.place();
  return xml`<w:bookmarkStart w:id="${id}" w:name="${name}"/><w:bookmarkEnd w:id="${id}"/>`;
}

type Around = { facts: ClaimFacts; references: References; language: string; style: string; list?: Form["list"] };

/** The rationale, with citations that lead to the sources. */
export function rationaleXml(facts: ClaimFacts, references: References): Markup[] {
  const { rationale, language } = facts.claim.card;
  return rationale.flatMap((block) => blockXml(block, { facts, references, language, style: "Reading" }));
}

function blockXml(block: Block, around: Around): Markup[] {
  if (block.type === "paragraph") return [spoken(block.children, around)];
  if (block.type === "blockquote") {
    const quoted = { ...around, language: block.language || around.language, style: "Quote" };
    return block.children.flatMap((one) => blockXml(one, quoted));
  }
  const level = Math.min((around.list?.level ?? -1) + 1, 8);
  const list = { id: block.ordered ? around.references.orderedList() : BULLETS, level };
  return block.entries.flatMap((entry) => entryXml(entry, { ...around, list }));
}

/** The number of the list with bullets; ordered lists follow it. */
export const BULLETS = 1;

/** Only the first paragraph of an entry has its bullet; the others stand below it. */
function entryXml(entry: readonly Block[], around: Around): Markup[] {
  return entry.flatMap((block, at) => {
    const isFirst = at === 0 && block.type === "paragraph";
    if (isFirst || block.type === "list") return blockXml(block, around);
    return blockXml(block, { ...around, list: undefined, style: "ListContinue" });
  });
}

function spoken(children: readonly Inline[], { facts, references, language, style, list }: Around): Markup {
  const words = children.map((one) => (one.type === "text" ? one.text : "")).join("");
  const runs = children.map((one) => inlineXml(one, { facts, references, language }));
  return paragraph(list ? "ListParagraph" : style, runs, { isRtl: isRightToLeft(words, language), list });
}

function inlineXml(one: Inline, { facts, references, language }: Pick<Around, "facts" | "references" | "language">) {
  if (one.type === "break") return xml`<w:r><w:br/></w:r>`;
  if (one.type === "mention") return run(`@${oneLine(one.label)}`, { language });
  if (one.type === "citation") return citationXml(facts, one.sourceId);
  const { bold, italic, href } = one;
  return href
    ? link(references, one.text, href, { bold, italic, language })
    : run(one.text, { bold, italic, language });
}

function citationXml(facts: ClaimFacts, sourceId: string): Markup {
  const number = citationNumber(facts, sourceId);
  if (number === null) return run(`[${PROTECTED}]`);
  const name = sourcePlace(facts.claim.reference, number);
  return xml`<w:hyperlink w:anchor="${name}" w:history="1">${run(`[${number}]`, { style: "Hyperlink" })}</w:hyperlink>`;
}
