import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyClaimSet } from "#server/export/claim-set.arbitrary.fixture.ts";
import { HOSTILE_TEXTS, SAMPLE_CLAIM_SET, sampleSet, sampleSource, written } from "#server/export/claim-set.fixture.ts";
import { htmlReport } from "#server/export/html-report.ts";

const report = written(htmlReport, SAMPLE_CLAIM_SET);
const ELEMENTS = /<\/?([a-z][a-z0-9]*)/gi;
const KNOWN = new Set(
  "html head meta title style body main header nav article section h1 h2 h3 p ul ol li dl dt dd div span strong em bdi q code blockquote br a svg path".split(
    " ",
  ),
);
const tags = (page: string) => [...page.replace(/<!doctype html>/, "").matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag);

/** What may never stand in a report: unknown elements, event handlers, addresses that a browser loads or runs by itself. */
function expectInert(page: string): void {
  expect([...page.matchAll(ELEMENTS)].map(([, name]) => name).filter((name) => !KNOWN.has(name ?? ""))).toEqual([]);
  for (const tag of tags(page)) {
    const bare = tag.replace(/"[^"]*"/g, '""');
    expect(bare).not.toMatch(/\s(on\w+|src|srcset|action|formaction|data|poster|background)\s*=/i);
    expect(/\shref="([^"]*)"/.exec(tag)?.[1] ?? "#").toMatch(/^(#|https?:\/\/|mailto:)/);
  }
  expect(page.match(/<style>/g)).toHaveLength(2);
  expect(page).not.toMatch(/url\(|@import/);
}

describe("HTML report", () => {
  test("is one file that runs nothing and loads nothing", () => {
    expect(report).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`.replaceAll(
        "'",
        "&#39;",
      ),
    );
    expectInert(report);
  });

  test("shows each claim's reference, mark with its word, statement and verdict sentence", () => {
    for (const { reference, card } of SAMPLE_CLAIM_SET.claims) {
      const article = report.slice(report.indexOf(`<article class="claim" id="${reference}"`));
      expect(article).toContain(card.statement.replaceAll("'", "&#39;"));
      expect(article).toContain(card.verdict);
      expect(article.indexOf("<svg")).toBeLessThan(article.indexOf("</h2>"));
    }
    expect(report).toContain("<bdi>Disputed</bdi>");
    expect(report).toContain("<bdi>No rating</bdi>");
  });

  test("keeps the qualifiers of figures", () => {
    for (const words of [
      "about 120 detainees",
      "at least 340 detainees (as of Tuesday)",
      "up to 1,500 detainees",
      "81 recaptured",
    ]) {
      expect(report).toContain(`<bdi>${words}</bdi>`);
    }
  });

  test("links a citation to its source and names a protected one by no id", () => {
    expect(report).toContain('href="#C-14-3-source-1"');
    expect(report).toContain(
      '<li class="source" id="C-14-3-source-1"><span class="number">[1]</span><span class="stance">Supports</span>',
    );
    expect(report).toContain("[protected source]");
    expect(report).not.toContain("s-hidden");
  });

  test("every link within the file arrives", () => {
    const ids = new Set([...report.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...report.matchAll(/href="#([^"]+)"/g)].map(([, id]) => decodeURIComponent(id ?? ""));
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((id) => !ids.has(id))).toEqual([]);
  });

  test("gives language and direction to statements and quotations", () => {
    expect(report).toContain('<h2 class="statement" id="C-14-8-statement" lang="ar" dir="rtl">');
    expect(report).toContain('<blockquote class="reading" lang="ar" dir="rtl"><q>فُتحت');
    expect(report).toContain('<blockquote class="reading" lang="en" dir="ltr">');
  });

  test("prints full addresses, archived copies, hashes, who signed and when", () => {
    const notes = report.slice(report.indexOf('<section class="end-notes"'));
    expect(notes).toContain("https://ministry.example/bulletins/41?lang=en&amp;print=1");
    expect(notes).toContain("https://archive.example/20260312/ministry.example/bulletins/41");
    expect(notes).toContain("https://plans.example/prison.pdf");
    for (const { contentHash } of SAMPLE_CLAIM_SET.claims) expect(report).toContain(contentHash);
    expect(report).toContain(SAMPLE_CLAIM_SET.documents[0]?.sha256);
    expect(report).toContain('<bdi>Bo Lindqvist</bdi></strong> <span class="meta">13 Mar 2026, 15:20 UTC</span>');
  });

  test.each(HOSTILE_TEXTS)("%j stays text in every field", (hostile) => {
    const sources = [
      sampleSource("s", {
        title: hostile,
        publisher: hostile,
        quote: hostile,
        url: hostile,
        quoteLanguage: hostile,
        archivedUrl: hostile,
      }),
    ];
    const rationale = [
      { type: "paragraph" as const, children: [{ type: "text" as const, text: hostile, href: hostile }] },
    ];
    const card = {
      statement: hostile,
      verdict: hostile,
      claimant: hostile,
      gaps: hostile,
      language: hostile,
      sources,
      rationale,
    };
    const page = written(
      htmlReport,
      sampleSet(card, { desk: { name: hostile, url: hostile }, case: { number: 14, title: hostile } }),
    );
    expectInert(page);
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\t\n]/u);
  });

  test("whatever a claim set holds, the page stays inert and no source id of a protected source is in it", () => {
    fc.assert(
      fc.property(anyClaimSet, (set) => {
        const page = written(htmlReport, set);
        expectInert(page);
        expect(page).not.toContain("secret-9f3c");
      }),
      { numRuns: 60 },
    );
  });
});
