import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClaimSet } from "#domain/claim-set.ts";
import { anyClaimSet } from "#server/export/claim-set.arbitrary.fixture.ts";
import { SAMPLE_CLAIM_SET, sampleSet, written } from "#server/export/claim-set.fixture.ts";
import { CSV_COLUMNS, claimsCsv, safeCell } from "#server/export/csv.ts";

const rows = (set: ClaimSet) =>
  parse(written(claimsCsv, set), { bom: true, columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];

const STARTS_A_FORMULA = /^[\s\p{C}\p{DI}]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u;

/** A text without the apostrophes that stand before what could be a formula, at its start or behind a separator. */
const withoutMarks = (text: string) =>
  text.replace(/^'/, "").replaceAll(/([;|\t\r\n][\s\p{C}\p{M}\p{DI}]*)'(?=[=+\-@＝＋－＠﹦﹢﹣﹫])/gu, "$1");

describe("CSV", () => {
  test("has one row per claim, a byte order mark and CRLF line ends", () => {
    const csv = written(claimsCsv, SAMPLE_CLAIM_SET);
    expect(csv.startsWith('\ufeff"case","release"')).toBe(true);
    expect(csv.endsWith('"\r\n')).toBe(true);
    expect(rows(SAMPLE_CLAIM_SET).map(({ reference }) => reference)).toEqual(["C-14-3", "C-14-5", "C-14-8"]);
  });

  test("gives figures in words with their qualifiers", () => {
    expect(rows(SAMPLE_CLAIM_SET)[0]?.figures).toBe(
      "about 120 detainees; at least 340 detainees (as of Tuesday); up to 1,500 detainees; 81 recaptured; between 100 and 150 detainees",
    );
  });

  test("names the version and the hash of the document, and of a source date, rank and quote", () => {
    const [row] = rows(SAMPLE_CLAIM_SET);
    expect(row?.documents).toMatch(
      /^Two sides give .* \| version 1 \| Harbour Wire \| 2026-03-09 \| https:.* \| sha256 a41f6f2a/,
    );
    expect(row?.sources?.split("\n")[0]).toMatch(
      /\| 2026-03-09 \| primary source \| p\. 2 \|.*\| “120 detainees fled;/,
    );
  });

  test("a rationale that begins with an empty paragraph begins with its first words", () => {
    const rationale = [
      { type: "paragraph" as const, children: [] },
      { type: "paragraph" as const, children: [{ type: "text" as const, text: "It was so." }] },
    ];
    expect(rows(sampleSet({ rationale }))[0]?.rationale).toBe("It was so.");
  });

  test("numbers citations as the list of sources does and never names a protected one", () => {
    const [row] = rows(SAMPLE_CLAIM_SET);
    expect(row?.rationale).toContain("the next morning [1]");
    expect(row?.rationale).toContain("[protected source]");
    expect(row?.sources?.split("\n")[0]).toMatch(/^\[1\] supports: Bulletin no\. 41 \|/);
    expect(row?.protected_sources).toBe("1");
  });

  test.each([
    "=1+1",
    "+1",
    "-120",
    "@SUM(A1)",
    " =1",
    "\u200b=1",
    "\ufeff=1",
    "\u0000=1",
    "\u3164=1",
    "\u202e-1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "﹦1",
    "﹢1",
    "﹣1",
    "﹫x",
  ])("%j is no formula", (cell) => {
    expect(safeCell(cell)).toBe(`'${cell}`);
    expect(rows(sampleSet({ statement: cell }))[0]?.statement).toBe(`'${cell}`);
  });

  test.each([
    ["\t=1", "'\t'=1"],
    ["\r=1", "'\r'=1"],
    ["\n+1", "'\n'+1"],
  ])("%j is none, nor is what stands behind its first character", (cell, safe) => {
    expect(safeCell(cell)).toBe(safe);
    expect(rows(sampleSet({ statement: cell }))[0]?.statement).toBe(safe);
  });

  test.each(["a;=1+1", "a\n=1", "a\r\n  -1", "a | @x", "a\t+1", "a; \u200b=1", "=1;=2", "a\n＝1"])(
    "%j is none either for a spreadsheet that expects another separator",
    (cell) => {
      for (const piece of safeCell(cell).split(/[;|\t\r\n]/)) expect(piece).not.toMatch(STARTS_A_FORMULA);
      expect(withoutMarks(safeCell(cell))).toBe(cell);
      const csv = written(claimsCsv, sampleSet({ statement: cell, gaps: cell, claimant: cell }));
      for (const piece of csv.split(/[;|\t\r\n]/)) expect(piece).not.toMatch(STARTS_A_FORMULA);
    },
  );

  test.each(["120", "a=1", "a; b", "1\n2", "'tis", "1-2", "مرحبا", "", "(1)"])("%j stays as it is", (cell) => {
    expect(safeCell(cell)).toBe(cell);
  });

  test("every cell comes back from a reader, apart from the apostrophes", () => {
    fc.assert(
      fc.property(anyClaimSet, (set) => {
        const read = rows(set);
        expect(read.length).toBe(set.claims.length);
        for (const [at, { card }] of set.claims.entries()) {
          expect(withoutMarks(read[at]?.statement ?? "")).toBe(withoutMarks(card.statement.toWellFormed()));
          for (const cell of Object.values(read[at] ?? {})) expect(cell).not.toMatch(STARTS_A_FORMULA);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("docs/exports.md lists every column in order", () => {
    const page = readFileSync(new URL("../../docs/exports.md", import.meta.url), "utf8");
    const table = page.slice(page.indexOf("## CSV"), page.indexOf("## JSON"));
    expect([...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual(Object.keys(CSV_COLUMNS));
  });
});
