import mammoth from "mammoth";
import { expect, test } from "vitest";
import type { ClaimSet } from "#domain/claim-set.ts";
import type { Block } from "#domain/rationale.ts";
import { SAMPLE_CLAIM_SET, sampleSet } from "#server/export/claim-set.fixture.ts";
import { bytesOf, fileOf, partsOf } from "#server/export/read-file.fixture.ts";

const bytes = (set: ClaimSet) => bytesOf(fileOf(set, "docx"));
/** As another program reads it. */
const pageOf = async (set: ClaimSet) => (await mammoth.convertToHtml({ buffer: bytes(set) })).value;
const part = (set: ClaimSet, name: string) => partsOf(bytes(set))[name] ?? "";
const words = (text: string) => ({ type: "text" as const, text });
const said = (text: string): Block => ({ type: "paragraph", children: [words(text)] });

test("reads as a report: statements as headings, figures with their qualifiers, sources as links, who signed", async () => {
  const page = await pageOf(SAMPLE_CLAIM_SET);
  const headings = [...page.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, heading]) => heading);
  expect(headings).toEqual([...SAMPLE_CLAIM_SET.claims.map((one) => one.card.statement), "How this was checked"]);
  expect(page).toContain("about 120 detainees; at least 340 detainees (as of Tuesday); up to 1,500 detainees");
  expect(page).toContain('<a href="https://ministry.example/bulletins/41?lang=en&amp;print=1">Bulletin no. 41</a>');
  expect(page).toContain("<strong>Bo Lindqvist</strong>, 13 Mar 2026, 15:20 UTC");
  expect(page).toContain("[protected source]");
  for (const { contentHash } of SAMPLE_CLAIM_SET.claims) expect(page).toContain(contentHash);
});

test("a citation leads to its source within the document", async () => {
  const page = await pageOf(SAMPLE_CLAIM_SET);
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, name]) => name);
  expect(targets.length).toBeGreaterThan(3);
  for (const name of targets) expect(page).toContain(`<a id="${name}">`);
});

test("each ordered list begins at 1, and a list within a list stands below its entry", async () => {
  const list = (ordered: boolean, ...entries: Block[][]): Block => ({ type: "list", ordered, entries });
  const nested = list(false, [said("Inner")]);
  const rationale = [
    list(true, [said("One"), said("More of one")], [said("Two"), nested]),
    list(true, [said("Other")]),
  ];
  const set = sampleSet({ rationale });
  expect(await pageOf(set)).toContain("<li>Two<ul><li>Inner</li></ul></li>");
  const lists = [...part(set, "word/document.xml").matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id);
  expect(lists).toEqual(["2", "2", "1", "3"]);
  expect(part(set, "word/numbering.xml").match(/<w:startOverride w:val="1"\/>/g)).toHaveLength(18);
});

test("what is written from right to left is so in the document, also where nobody named its language", () => {
  const statement = "غادرت نحو 3000 عائلة المنطقة.";
  const heading = (language: string) =>
    /<w:p><w:pPr><w:pStyle w:val="Heading1"\/>(.*?)<\/w:p>/.exec(
      part(sampleSet({ statement, language }), "word/document.xml"),
    )?.[1];
  expect(heading("ar")).toMatch(/^<w:bidi\/>.*<w:rtl\/><w:lang w:bidi="ar"\/>/);
  expect(heading("")).toMatch(/^<w:bidi\/>.*<w:rtl\/><\/w:rPr>/);
});

test("the file says who made it and when, and nothing of the machine that wrote it", () => {
  const core = part(SAMPLE_CLAIM_SET, "docProps/core.xml");
  expect(core).toContain("<dc:creator>Harbour Desk</dc:creator>");
  expect(core).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2026-03-13T16:20:00Z</dcterms:created>');
  expect(Object.keys(partsOf(bytes(SAMPLE_CLAIM_SET)))[0]).toBe("[Content_Types].xml");
});

test("every link of the text has its address", () => {
  const used = [...part(SAMPLE_CLAIM_SET, "word/document.xml").matchAll(/<w:hyperlink r:id="([^"]+)"/g)];
  const held = [...part(SAMPLE_CLAIM_SET, "word/_rels/document.xml.rels").matchAll(/Id="(link\d+)"/g)];
  expect(used.length).toBeGreaterThan(6);
  expect(held.map(([, id]) => id)).toEqual(used.map(([, id]) => id));
});
