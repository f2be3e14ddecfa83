import { type HtmlValue, type Markup, html as xml } from "#server/export/html.ts";

const font = (name: string) => xml`<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="Arial"/>`;
const [SERIF, SANS] = [font("Georgia"), font("Calibri")];
const BOLD = xml`<w:b/><w:bCs/>`;
const ITALIC = xml`<w:i/><w:iCs/>`;
const KEEP = xml`<w:keepNext/><w:keepLines/>`;
const size = (points: number) => xml`<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const colour = (hex: string) => xml`<w:color w:val="${hex}"/>`;
const [INK_2, INK_3, ACCENT] = [colour("434B55"), colour("5C6570"), colour("1D4F9C")];
/** Twentieths of a point before and after. */
const space = (before: number, after: number) => xml`<w:spacing w:before="${before}" w:after="${after}"/>`;
const indent = (start: number) => xml`<w:ind w:left="${start}"/>`;
const RULE = xml`<w:pBdr><w:top w:val="single" w:sz="4" w:space="8" w:color="D5D9DE"/></w:pBdr>`;

/** Names that Word knows get its own places in menus and outlines; the order of elements is part of the format. */
function style(id: string, name: string, paragraph: HtmlValue, run: HtmlValue, next = id): Markup {
  return xml`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="${next}"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

const character = (id: string, run: HtmlValue) =>
  xml`<w:style w:type="character" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${run}</w:rPr></w:style>`;

const heading = (level: number, paragraph: HtmlValue, run: HtmlValue) =>
  style(`Heading${level}`, `heading ${level}`, [paragraph, xml`<w:outlineLvl w:val="${level - 1}"/>`], run, "Reading");

/** What people wrote in a serif, the report's own words in a quiet sans, as in the HTML report. */
export const DOCX_STYLES = xml`<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>${SANS}${size(10.5)}<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${[
  style("Title", "Title", space(0, 80), [SERIF, BOLD, size(22)], "Subtitle"),
  style("Subtitle", "Subtitle", space(0, 240), [INK_3, size(10)], "Reading"),
  heading(1, [KEEP, space(40, 80)], [SERIF, BOLD, size(15)]),
  heading(2, [KEEP, space(200, 40)], [BOLD, size(10.5)]),
  style("ClaimLine", "Claim line", [KEEP, RULE, space(480, 60)], [INK_2, size(9.5)], "Heading1"),
  style("Verdict", "Verdict", space(0, 160), [SERIF, INK_2, size(12)]),
  style("Fact", "Fact", space(0, 40), null),
  style("Reading", "Reading", space(0, 120), [SERIF, size(11)]),
  style("Quote", "Quote", [space(0, 120), indent(425)], [SERIF, ITALIC, INK_2, size(10.5)]),
  style("ListParagraph", "List Paragraph", space(0, 60), [SERIF, size(11)]),
  style("ListContinue", "List Continue", [space(0, 60), indent(360)], [SERIF, size(11)]),
  style("Source", "Source", [xml`<w:keepLines/>`, space(80, 40)], null),
  style("Small", "Small print", space(40, 40), [INK_3, size(9)]),
  style("Footer", "footer", xml`<w:tabs><w:tab w:val="right" w:pos="9298"/></w:tabs>`, [INK_3, size(8.5)]),
  character("Hyperlink", [ACCENT, xml`<w:u w:val="single"/>`]),
  character("Hash", [font("Consolas"), size(8)]),
]}</w:styles>`;
