import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parse } from "csv-parse/sync";
import mammoth from "mammoth";
import { expect, test } from "vitest";
import type { ClaimSet } from "#domain/claim-set.ts";
import { released, SAMPLE_CLAIM_SET } from "#server/export/claim-set.fixture.ts";
import { CSV_COLUMNS } from "#server/export/csv.ts";
import { EXPORT_FORMATS } from "#server/export/index.ts";
import { RAW_CSV_COLUMNS } from "#server/export/raw-csv.ts";
import { bytesOf, fileOf, readFile } from "#server/export/read-file.fixture.ts";
import { schemaFaults } from "#server/export/schema-faults.fixture.ts";
import { readFile as importFile } from "#server/import/read-file.ts";

const retraction = (reference: string) => ({
  ...{ kind: "retraction" as const, reference, claimId: `claim-${reference}`, at: "2026-03-14T10:00:00.000Z" },
  ...{ what: "Nobody was moved.", why: "The note was of another harbour.", by: "Ana Noori", memberId: "m-1" },
  releasedBefore: 1,
});

/** A release that tells of what is withdrawn and of nothing else. */
const ONLY: ClaimSet = {
  ...SAMPLE_CLAIM_SET,
  ...{ documents: [], claims: [], retractions: [retraction("C-14-1"), retraction("C-14-3")] },
};
const read = (format: string, set = ONLY) => readFile(fileOf(set, format));

test("[RL22] JSON and JSON Lines hold an empty list, valid by the published schema, and are written again byte for byte", () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
  formats.default(ajv);
  const schema = readFileSync(new URL("../../docs/claim-set.schema.json", import.meta.url), "utf8");
  const again = JSON.parse(read("json")) as ClaimSet;
  expect(ajv.validate(JSON.parse(schema), again) ? [] : ajv.errors).toEqual([]);
  expect(again).toEqual(ONLY);
  expect(read("json", again)).toBe(read("json"));
  const lines = read("jsonl").trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([{ ...ONLY, claims: 0 }]);
});

test.each([
  ["claimreview", "claim-review-1.json", { "@graph": [] }],
  ["datafeed", "data-feed-1.json", { dataFeedElement: [] }],
  ["factchecktools", "fact-check-page-1.json", { claimReviewMarkups: [] }],
  ["annotations", "annotations-1.json", { total: 0, first: { startIndex: 0, items: [] } }],
])("[RL22] %s is valid and claims nothing", (format, schema, empty) => {
  expect(schemaFaults(schema, read(format))).toEqual([]);
  expect(JSON.parse(read(format))).toMatchObject(empty);
});

test.each([
  ["csv", CSV_COLUMNS],
  ["rawcsv", RAW_CSV_COLUMNS],
])("[RL22] %s has its head and no row", (format, columns) => {
  expect(parse(read(format), { bom: true })).toEqual([Object.keys(columns)]);
});

test("[RL22] a report says first that it holds no claims, then what is withdrawn and why, and of no sign-off or scale", async () => {
  const { value: word } = await mammoth.extractRawText({ buffer: bytesOf(fileOf(ONLY, "docx")) });
  for (const text of [read("markdown"), word, read("html")]) {
    expect(text).toContain("No claims, only 2 retractions");
    for (const words of ["Withdrawn", "C-14-1", "C-14-3", "Nobody was moved.", "The note was of another harbour."])
      expect(text).toContain(words);
    expect(text).not.toMatch(/Each claim was signed off|Rating scale|verified claim|Documents/);
  }
  const { retractions: [one] = [] } = ONLY;
  expect(read("markdown", { ...ONLY, retractions: one ? [one] : [] })).toContain("No claims, only 1 retraction.");
});

test("[RL22] its files are read as what they are, and their retractions are told", () => {
  for (const { id } of EXPORT_FORMATS.filter((one) => /json/.test(one.extension) && one.id !== "annotations"))
    expect(importFile(bytesOf(fileOf(ONLY, id))).checks, id).toEqual([]);
  for (const format of ["json", "jsonl"]) {
    const { format: found, notes, reports } = importFile(bytesOf(fileOf(ONLY, format)));
    expect([found, reports]).toEqual(["assay", []]);
    const values = { count: 2, names: ["C-14-1", "C-14-3"] };
    expect(notes).toContainEqual({ path: "$.retractions", field: null, id: "note_retractions", values });
  }
});

test("[RL22] a set with claims reads as before", () => {
  const { head, count } = released(SAMPLE_CLAIM_SET);
  expect(read("markdown", SAMPLE_CLAIM_SET)).toContain(`${count} verified claims.`);
  expect(read("html", SAMPLE_CLAIM_SET)).toContain(`at least ${head.quorum === 1 ? "one person" : head.quorum}`);
});
