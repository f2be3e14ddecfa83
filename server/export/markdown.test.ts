import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyClaimSet } from "#server/export/claim-set.arbitrary.fixture.ts";
import { HOSTILE_TEXTS, SAMPLE_CLAIM_SET, sampleSet, sampleSource, written } from "#server/export/claim-set.fixture.ts";
import { markdownReport } from "#server/export/markdown.ts";
import { escapeMarkdown, markdownBlocks } from "#server/export/markdown-text.ts";

const cite = (id: string) => `[${id}]`;
/** Brackets that are markup: those without a backslash of their own. */
const linkTargets = (report: string) =>
  [...report.replace(/\\[\s\S]/g, "").matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target);

describe("Markdown", () => {
  test("reads as a report: verdict, statement, figures with their qualifiers, citations, sources, who signed", () => {
    const report = written(markdownReport, SAMPLE_CLAIM_SET);
    expect(report).toContain("## C-14-3: Disputed\n\n> 120 detainees escaped");
    expect(report).toContain("up to 1,500 detainees");
    expect(report).toContain("at least 340 detainees");
    expect(report).toContain("the next morning \\[1\\]");
    expect(report).toContain("\\[protected source\\]");
    expect(report).toContain(
      "\\[1\\] **Supports:** [Bulletin no. 41](https://ministry.example/bulletins/41?lang=en&amp;print=1)",
    );
    expect(report).toContain("- Bo Lindqvist, 13 Mar 2026, 15:20 UTC");
    expect(report).not.toContain("s-hidden");
  });

  test.each([
    ["](javascript:alert(1))", "\\]\\(javascript:alert\\(1\\)\\)"],
    ["<img src=x>", "&lt;img src=x&gt;"],
    ["# heading", "\\# heading"],
    ["- item", "\\- item"],
    ["12. item", "12\\. item"],
    ["```js", "\\`\\`\\`js"],
    ["&lt;b&gt;", "&amp;lt;b&amp;gt;"],
    ["a\n\n    code", "a code"],
    ["\u202Eevil", "\\[U+202E\\]evil"],
  ])("%j is written %j", (text, written) => {
    expect(escapeMarkdown(text)).toBe(written);
  });

  test("emphasis opens and closes beside a word, never beside a space", () => {
    const children = [
      { type: "text" as const, text: "a" },
      { type: "text" as const, text: " b ", bold: true as const, italic: true as const },
      { type: "text" as const, text: "c" },
    ];
    expect(markdownBlocks([{ type: "paragraph", children }], cite)).toBe("a ***b*** c");
  });

  test("two runs cannot make a list marker together", () => {
    const children = [
      { type: "text" as const, text: "1" },
      { type: "text" as const, text: ". x", href: "" },
    ];
    expect(markdownBlocks([{ type: "paragraph", children }], cite)).toBe("1\\. x");
  });

  test("empty lists are left out, so that their bullets cannot make a rule", () => {
    const empty = { type: "list" as const, ordered: false, entries: [[]] };
    const nested = { type: "list" as const, ordered: false, entries: [[{ ...empty, entries: [[empty]] }]] };
    expect(markdownBlocks([nested], cite)).toBe("");
  });

  test("an address that is no link stays text", () => {
    const report = written(
      markdownReport,
      sampleSet({ sources: [sampleSource("s", { title: "Trap", url: "javascript:alert(1)" })] }),
    );
    expect(report).toContain("**Context:** Trap");
    expect(linkTargets(report).filter((one) => one?.startsWith("javascript"))).toEqual([]);
  });

  test("a closing bracket in an address does not end the link", () => {
    const report = written(
      markdownReport,
      sampleSet({ sources: [sampleSource("s", { title: "T", url: "https://a.example/x_(y)" })] }),
    );
    expect(report).toContain("[T](https://a.example/x_%28y%29)");
  });

  test.each(HOSTILE_TEXTS)("%j makes no element, no link and no image in any field", (hostile) => {
    const sources = [
      sampleSource("s", { title: hostile, publisher: hostile, quote: hostile, url: hostile, locator: hostile }),
    ];
    const rationale = [{ type: "paragraph" as const, children: [{ type: "text" as const, text: hostile }] }];
    const report = written(
      markdownReport,
      sampleSet({ statement: hostile, verdict: hostile, claimant: hostile, gaps: hostile, sources, rationale }),
    );
    expect(report).not.toContain("<");
    expect(report).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(
      linkTargets(report).every(
        (one) => one?.startsWith("https://desk.example/") || one?.startsWith("https://wire.example/"),
      ),
    ).toBe(true);
    expect(
      report
        .split("\n")
        .filter((line) => /^#{1,6} /.test(line))
        .every((line) => /^(# Case|## C-14-3|## How|### )/.test(line)),
    ).toBe(true);
  });

  test("whatever a card holds, links lead to http, https and mailto only and no HTML is written", () => {
    fc.assert(
      fc.property(anyClaimSet, (set) => {
        const report = written(markdownReport, set);
        expect(report).not.toContain("<");
        expect(report).not.toContain("secret-9f3c");
        for (const target of linkTargets(report)) expect(target).toMatch(/^(https?:\/\/|mailto:)/);
      }),
      { numRuns: 100 },
    );
  });
});
