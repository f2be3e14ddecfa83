import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CHECK_FIELDS, CHECK_NUMBERS, LONGEST, MOST_APPEARANCES } from "#server/import/check.ts";
import { FORMATS } from "#server/import/read-file.ts";

const docs = readFileSync(new URL("../../docs/import.md", import.meta.url), "utf8");

/** The rows of the table under a heading, cell by cell. */
const rowsUnder = (heading: string): string[][] =>
  [...(docs.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "").matchAll(/^\| `.*$/gm)].map(([row]) =>
    row.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "").trim()),
  );
const named = (cell = "") => [...cell.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name);

test("docs/import.md lists every format, and nothing else", () => {
  expect(
    rowsUnder("What can be imported")
      .flatMap(([name]) => named(name))
      .sort(),
  ).toEqual([...FORMATS].sort());
});

test("docs/import.md lists every field of a check with its length", () => {
  const rows = rowsUnder("What is kept of a check");
  expect(rows.flatMap(([name]) => named(name)).sort()).toEqual([...CHECK_FIELDS].sort());
  for (const [cell, longest] of rows) {
    const [field = ""] = named(cell);
    if (CHECK_NUMBERS.some((one) => one === field)) continue;
    expect(longest, field).toBe(LONGEST[field as keyof typeof LONGEST].toLocaleString("en"));
  }
  expect(docs).toContain(`addresses, ${MOST_APPEARANCES} at most`);
});
