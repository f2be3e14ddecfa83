import type { ReleaseHead } from "#domain/claim-set.ts";
import { BULLETS, partText } from "#server/export/docx-text.ts";
import { type Markup, html as xml } from "#server/export/html.ts";
import { oneLine, utcTime } from "#server/export/safe-text.ts";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export const FOOTER_ID = "footer";

const typed = (part: string, type: string) => xml`<Override PartName="/${part}" ContentType="${type}"/>`;

export const CONTENT_TYPES = xml`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${typed("word/document.xml", `${WORD_TYPE}.document.main+xml`)}${["styles", "numbering", "settings"].map((name) => typed(`word/${name}.xml`, `${WORD_TYPE}.${name}+xml`))}${typed("word/footer1.xml", `${WORD_TYPE}.footer+xml`)}${typed("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")}</Types>`;

const relationship = (id: string, type: string, target: string) =>
  xml`<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

export const RELATIONSHIPS = xml`<Relationships xmlns="${PACKAGE}/relationships">${relationship("document", `${OFFICE}/officeDocument`, "word/document.xml")}${relationship("core", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml")}</Relationships>`;

/** The beginning of what the document refers to; its links and the end follow. */
export const DOCUMENT_RELATIONSHIPS = xml`<Relationships xmlns="${PACKAGE}/relationships">${["styles", "numbering", "settings"].map((name) => relationship(name, `${OFFICE}/${name}`, `${name}.xml`))}${relationship(FOOTER_ID, `${OFFICE}/footer`, "footer1.xml")}`;

export const hyperlinkXml = (id: string, href: string): Markup =>
  xml`<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${href}" TargetMode="External"/>`;

/** Who made the file and when: the desk, and the release. */
export function coreXml({ desk, release, ...head }: ReleaseHead): Markup {
  const time = (name: string) =>
    xml`<dcterms:${name} xsi:type="dcterms:W3CDTF">${release.madeAt.slice(0, 19)}Z</dcterms:${name}>`;
  return xml`<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${partText(oneLine(head.case.title))}</dc:title><dc:creator>${partText(oneLine(desk.name))}</dc:creator>${time("created")}${time("modified")}</cp:coreProperties>`;
}

export const SETTINGS = xml`<w:settings xmlns:w="${W}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

/** At the foot of every page: which release, and the number of the page. */
export function footerXml({ release, ...head }: ReleaseHead): Markup {
  const about = `Case ${head.case.number}, release v${release.number}, ${utcTime(release.madeAt)}`;
  const field = (name: string) => xml`<w:fldSimple w:instr="${name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  return xml`<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t>${about}</w:t></w:r><w:r><w:tab/></w:r>${field("PAGE")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field("NUMPAGES")}</w:p></w:ftr>`;
}

const LEVELS = Array.from({ length: 9 }, (_, level) => level);
const indented = (level: number) => xml`<w:pPr><w:ind w:left="${360 * (level + 1)}" w:hanging="360"/></w:pPr>`;
const bullet = (level: number) =>
  xml`<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>${indented(level)}</w:lvl>`;
const counted = (level: number) =>
  xml`<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%${level + 1}."/><w:lvlJc w:val="left"/>${indented(level)}</w:lvl>`;

/** The lists: one with bullets, and ordered ones that each begin at 1. */
export function* numberingXml(orderedLists: number): Generator<Markup> {
  yield xml`<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${LEVELS.map(bullet)}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>${LEVELS.map(counted)}</w:abstractNum><w:num w:numId="${BULLETS}"><w:abstractNumId w:val="0"/></w:num>`;
  for (let list = 1; list <= orderedLists; list++) yield orderedXml(BULLETS + list);
  yield xml`</w:numbering>`;
}

function orderedXml(id: number): Markup {
  const restarts = LEVELS.map(
    (level) => xml`<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/></w:lvlOverride>`,
  );
  return xml`<w:num w:numId="${id}"><w:abstractNumId w:val="1"/>${restarts}</w:num>`;
}
