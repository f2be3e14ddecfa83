import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ClaimSet, ReleasedClaim } from "#domain/claim-set.ts";
import { anyClaimSet } from "#server/export/claim-set.arbitrary.fixture.ts";
import { SAMPLE_CLAIM_SET, sampleSet, written } from "#server/export/claim-set.fixture.ts";
import { RAW_CSV_COLUMNS, rawClaimsCsv } from "#server/export/raw-csv.ts";

type Row = Record<string, string>;
type Metadata = { tableSchema: { columns: { name: string; datatype: string; required?: boolean }[] } };

const metadata: Metadata = JSON.parse(
  readFileSync(new URL("../../docs/claims.csv-metadata.json", import.meta.url), "utf8"),
);
const rows = (set: ClaimSet) => parse(written(rawClaimsCsv, set), { columns: true, record_delimiter: "\r\n" }) as Row[];
const wellFormed = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === "string" ? one.toWellFormed() : one)));

/** The claim that a row holds; what it says besides is worked out from it. */
function claimIn(row: Row): ReleasedClaim {
  const text = (name: string) => row[name] ?? "";
  const json = (name: string) => JSON.parse(text(name));
  const number = (name: string) => (text(name) === "" ? null : Number(text(name)));
  const card = {
    ...{ statement: text("statement"), gaps: text("gaps"), verdict: text("verdict"), claimant: text("claimant") },
    ...{ outlet: text("outlet"), speaker: text("speaker"), organisation: text("organisation") },
    ...{ saidWhen: text("said_when"), saidWhere: text("said_where"), saidWhenPrecision: text("said_when_precision") },
    ...{ ratingId: text("rating_id"), scaleId: text("scale_id"), language: text("language") },
    ...{ mode: text("mode") || null, claimantGuessed: text("claimant_guessed") === "true", labels: json("labels") },
    ...{ figures: json("figures"), quotes: json("quotes"), sources: json("sources"), rationale: json("rationale") },
    ...(text("media") !== "" && { media: json("media") }),
  };
  const corrections = json("corrections");
  return {
    ...(corrections.length > 0 && { corrections }),
    ...{ reference: text("reference"), claimId: text("claim_id"), contentHash: text("content_hash") || null },
    ...{ contentVersion: number("content_version"), protectedSources: number("protected_sources") },
    ...{ signOffs: json("sign_offs"), firstReleasedIn: number("first_released_in") },
    ...{ changedSince: number("changed_since"), card },
  } as ReleasedClaim;
}

test("[FM6] a program reads back every claim of a release as it is", () => {
  fc.assert(
    fc.property(anyClaimSet, (set) => {
      expect(rows(set).map(claimIn)).toEqual(wellFormed(set.claims));
    }),
    { numRuns: 100 },
  );
});

test("[FM6] every row names the pages on which the desk says how it checks and corrects, in columns at the end", () => {
  const pages = { methodUrl: "https://desk.example/how-we-check", correctionsUrl: "https://desk.example/=1" };
  const named = rows(sampleSet({}, { desk: { ...SAMPLE_CLAIM_SET.desk, ...pages } }));
  expect(named.map(({ method_url, corrections_url }) => [method_url, corrections_url])).toEqual([Object.values(pages)]);
  expect(Object.keys(RAW_CSV_COLUMNS).slice(-2)).toEqual(["method_url", "corrections_url"]);
  const { methodUrl: _, correctionsUrl: __, ...bare } = SAMPLE_CLAIM_SET.desk;
  expect(rows(sampleSet({}, { desk: bare }))[0]).toMatchObject({ method_url: "", corrections_url: "" });
});

test("[FM6] the dialect is the one that the documentation states: no byte order mark, every cell quoted, CRLF", () => {
  const csv = written(rawClaimsCsv, SAMPLE_CLAIM_SET);
  expect(csv).toMatch(/^"desk","desk_url","case"/);
  expect(csv).toMatch(/"\r\n$/);
  expect(rows(SAMPLE_CLAIM_SET).map(({ reference }) => reference)).toEqual(["C-14-3", "C-14-5", "C-14-8"]);
});

test("a text that a spreadsheet would run stays as it is, line ends included", () => {
  for (const statement of ["=1+1", "-120", "a\nb\r\nc\rd", ' "x" ', "\ufeff=1"])
    expect(rows(sampleSet({ statement }))[0]?.statement).toBe(statement);
});

test("a row names the release, the label of the rating and the documents of its quotes", () => {
  const [row] = rows(SAMPLE_CLAIM_SET);
  expect(row).toMatchObject({ case: "14", release: "2", rating_label: "Disputed", rating_value: "", quorum: "1" });
  expect(JSON.parse(row?.documents ?? "")).toEqual(SAMPLE_CLAIM_SET.documents);
  expect(rows(SAMPLE_CLAIM_SET)[2]?.documents).toBe("[]");
});

test("the metadata for programs (CSVW) describes every column in order, and what it says of a cell holds", () => {
  const { columns } = metadata.tableSchema;
  expect(columns.map(({ name }) => name)).toEqual(Object.keys(RAW_CSV_COLUMNS));
  const fits: Record<string, RegExp> = {
    integer: /^\d+$/,
    number: /^-?\d+(\.\d+)?$/,
    boolean: /^(true|false)$/,
    dateTime: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
    json: /^[[{].*[\]}]$/s,
    anyURI: /^https?:/,
    string: /^/,
  };
  for (const row of rows(SAMPLE_CLAIM_SET))
    for (const { name, datatype, required } of columns)
      if (required || row[name] !== "") expect(row[name], name).toMatch(fits[datatype] ?? /(?!)/);
});
