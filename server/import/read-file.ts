import { strFromU8, unzipSync } from "fflate";
import type { Check } from "#server/import/check.ts";
import { decode } from "#server/import/decode.ts";
import { parseJson, parseJsonLines } from "#server/import/parse-json.ts";
import { checksInPage, noteOfWrong } from "#server/import/read-html.ts";
import { checksIn, type JsonFormat } from "#server/import/read-json.ts";
import type { Found, Note } from "#server/import/report.ts";
import { checksInTable, type Mapping, readTable, type Table } from "#server/import/table.ts";

/** What a file may be. docs/import.md lists them; a test compares the two. */
export const FORMATS = [
  "claimreview",
  "page",
  "factchecktools",
  "search",
  "assay",
  "bundle",
  "table",
  "mixed",
  "unknown",
] as const;
export type Format = (typeof FORMATS)[number];
/** What a file holds: its checks, a report for each object in it, and for a table how its columns were taken. */
export type Reading = Found & { format: Format; table: Table | null };

const MOST_UNPACKED = 256 * 1024 * 1024;

/** Whether a file is a zip, of which nobody knows how much is in it. */
export const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Reads whatever somebody chose as a file of checks. Total: there is no file that makes it fail, and nothing that it passes over in silence. */
export function readFile(bytes: Uint8Array, mapping: Mapping | null = null): Reading {
  if (isPacked(bytes)) return readBundle(bytes);
  const { text, notes } = decode(bytes);
  const reading = readText(text.trim(), mapping);
  return { ...reading, checks: eachOnce(reading.checks), notes: [...notes, ...reading.notes] };
}

function readText(text: string, mapping: Mapping | null): Reading {
  if (/^[[{]/.test(text)) return readJson(text);
  if (text.startsWith("<")) {
    const { formats, ...found } = checksInPage(text);
    return { ...found, format: "page", table: null };
  }
  const { table, notes } = readTable(text);
  if (!table) return nothing(...notes);
  const chosen = mapping ? { ...table, mapping: table.headers.map((_, at) => mapping[at] ?? null) } : table;
  const found = checksInTable(chosen);
  return { ...found, notes: [...notes, ...found.notes], format: "table", table: chosen };
}

const nothing = (...notes: Note[]): Reading => ({
  ...{ checks: [], reports: [], notes },
  ...{ format: "unknown", table: null },
});

const noBundle = (): Reading => ({ ...nothing({ path: "$", field: null, id: "note_no_bundle" }), format: "bundle" });

function readJson(text: string): Reading {
  const parsed = parseJson(text);
  const lines = "wrong" in parsed && parsed.wrong !== "too_deep" ? parseJsonLines(text) : null;
  if ("wrong" in parsed && !lines) return nothing(noteOfWrong("$", parsed.wrong));
  const { formats, ...found } = checksIn(lines ? wholeOf(lines) : (parsed as { value: unknown }).value);
  return { ...found, format: formatOf(formats), table: null };
}

const formatOf = ([format, ...others]: readonly JsonFormat[]): Format =>
  format === undefined ? "unknown" : others.length > 0 ? "mixed" : format;

/** Lines of a claim set of Assay become the claim set; other lines are a list. */
function wholeOf(lines: unknown[]): unknown {
  const [head, ...claims] = lines;
  const isSet = typeof head === "object" && head !== null && "format" in head && head.format === "assay-claim-set";
  return isSet ? { ...head, claims } : lines;
}

/** Of a bundle its claim set; everything else in it says the same, or proves it to others. */
function readBundle(bytes: Uint8Array): Reading {
  let left = MOST_UNPACKED;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isWanted = /^exports\/[^/.]+\.json$/.test(name) && originalSize <= left;
        if (isWanted) left -= originalSize;
        return isWanted;
      },
    });
    const [file] = Object.values(parts);
    if (!file) return noBundle();
    return { ...readJson(strFromU8(file)), format: "bundle" };
  } catch {
    return noBundle();
  }
}

/** The same check twice in a file is one. */
function eachOnce(checks: readonly Check[]): Check[] {
  return [...new Map(checks.map((one) => [JSON.stringify(one), one])).values()];
}

export const droppedIn = ({ reports }: Found): number => reports.filter(({ outcome }) => outcome === "dropped").length;
