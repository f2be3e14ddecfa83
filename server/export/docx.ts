import type { ReleasedSet } from "#domain/claim-set.ts";
import { claimFacts, releaseUrl } from "#server/export/claim-facts.ts";
import { hashing } from "#server/export/claim-set-hash.ts";
import { claimXml, withdrawnXml } from "#server/export/docx-claim.ts";
import { methodXml } from "#server/export/docx-method.ts";
import {
  CONTENT_TYPES,
  coreXml,
  DOCUMENT_RELATIONSHIPS,
  FOOTER_ID,
  footerXml,
  hyperlinkXml,
  numberingXml,
  RELATIONSHIPS,
  SETTINGS,
} from "#server/export/docx-parts.ts";
import { DOCX_STYLES } from "#server/export/docx-styles.ts";
import { link, paragraph, type References, run } from "#server/export/docx-text.ts";
import { type Markup, html as xml } from "#server/export/html.ts";
import { claimCount } from "#server/export/report-words.ts";
import { oneLine, utcTime } from "#server/export/safe-text.ts";
import { type ZipFile, zip } from "#server/export/zip.ts";

const NAMESPACES = xml`xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;

/** The report as a Word document (ECMA-376, WordprocessingML), written claim by claim. */
export function docxReport(set: ReleasedSet): Generator<Uint8Array> {
  return zip(entries(set));
}

function* entries(set: ReleasedSet): Generator<ZipFile> {
  const { head } = set;
  const references = countReferences();
  yield entry("[Content_Types].xml", [CONTENT_TYPES]);
  yield entry("_rels/.rels", [RELATIONSHIPS]);
  yield entry("docProps/core.xml", [coreXml(head)]);
  yield entry("word/document.xml", documentXml(set, references));
  yield entry("word/_rels/document.xml.rels", linksXml(set));
  yield entry("word/numbering.xml", numbering(references));
  yield entry("word/styles.xml", [DOCX_STYLES]);
  yield entry("word/settings.xml", [SETTINGS]);
  yield entry("word/footer1.xml", [footerXml(head)]);
}

const entry = (name: string, parts: Iterable<Markup | string>): ZipFile => ({
  name,
  pieces: xmlPart(parts),
  isPacked: true,
});

function* xmlPart(parts: Iterable<Markup | string>): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  for (const part of parts) yield part.toString();
}

/** Made after the text, when the lists are counted. */
function* numbering(references: Counted): Generator<Markup> {
  yield* numberingXml(references.orderedLists);
}

type Counted = References & { orderedLists: number };

/** Numbers what the text refers to. `onLink` hears of every link in the order of the text. */
function countReferences(onLink: (id: string, href: string) => void = () => {}): Counted {
  let [links, places] = [0, 0];
  const counted: Counted = {
    orderedLists: 0,
    link(href) {
      const id = `link${++links}`;
      onLink(id, href);
      return id;
    },
    orderedList: () => ++counted.orderedLists + 1,
    place: () => ++places,
  };
  return counted;
}

function* documentXml(set: ReleasedSet, references: References): Generator<Markup | string> {
  const hash = yield* hashing(set);
  yield xml`<w:document ${NAMESPACES}><w:body>`;
  yield* bodyXml(set, references, hash);
  yield xml`<w:sectPr><w:footerReference w:type="default" r:id="${FOOTER_ID}"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1304" w:header="709" w:footer="624" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

function* bodyXml(set: ReleasedSet, references: References, hash: string): Generator<Markup> {
  const { head } = set;
  yield openingXml(set, references);
  for (const claim of set.claims()) yield claimXml(head, claimFacts(head, claim), references);
  yield xml`${withdrawnXml(head)}`;
  yield methodXml(set, references, hash);
}

function openingXml(set: ReleasedSet, references: References): Markup {
  const { head } = set;
  const { number, madeAt, madeBy } = head.release;
  const made = `. Case ${head.case.number}, release v${number}, ${utcTime(madeAt)}, by ${oneLine(madeBy)}. ${claimCount(set)}.`;
  const title = oneLine(head.case.title) || `Case ${head.case.number}`;
  return xml`${paragraph("Title", run(title))}${paragraph("Subtitle", [link(references, head.desk.name, releaseUrl(head)), run(made)])}`;
}

/** The addresses of the links. The text is gone through once more for them, so that they are not kept meanwhile. */
function* linksXml(set: ReleasedSet): Generator<Markup> {
  let found: Markup[] = [];
  const references = countReferences((id, href) => found.push(hyperlinkXml(id, href)));
  yield DOCUMENT_RELATIONSHIPS;
  for (const _ of bodyXml(set, references, "")) {
    yield* found;
    found = [];
  }
  yield xml`</Relationships>`;
}
