import { parse } from "csv-parse/sync";
import { foldText } from "#domain/fold-text.ts";
import type { CheckField } from "#server/import/check.ts";
import { CHECK_FIELDS } from "#server/import/check.ts";
import type { CheckSpots, Read } from "#server/import/read-check.ts";
import { readCheck } from "#server/import/read-check.ts";
import type { Found, Note } from "#server/import/report.ts";
import { type Spot, spotOf } from "#server/import/spot.ts";

/** A table as it stands in a file, and what each of its columns is taken for. */
export type Table = { delimiter: Delimiter; headers: string[]; rows: string[][]; mapping: Mapping };
/** For each column the field that it fills; null where it is not taken. */
export type Mapping = (CheckField | null)[];

const DELIMITERS = [",", ";", "\t", "|"] as const;
type Delimiter = (typeof DELIMITERS)[number];
const MOST_COLUMNS = 150;

/**
 * Reads a table; the delimiter is the one that its first line names, as spreadsheets write it and hide it again, or the
 * one that cuts the first lines into most columns of one number. Where there is none that can be read, the notes say why.
 */
export function readTable(given: string): { table: Table | null; notes: Note[] } {
  const [line, named] = /^sep=([,;\t|])\r?\n/i.exec(given) ?? [""];
  const text = given.slice(line.length);
  const delimiter = DELIMITERS.find((one) => one === named) ?? guessDelimiter(text);
  const { records, wrong } = recordsOf(text, delimiter);
  const [headers = [], ...rows] = records;
  if (headers.length < 2 && rows.length === 0) return { table: null, notes: [about(wrong ?? "note_unknown_file")] };
  const names = headers.slice(0, MOST_COLUMNS).map((one) => one.trim());
  const { length: count } = headers;
  const notes = count > MOST_COLUMNS ? [about("note_many_columns", { count, limit: MOST_COLUMNS })] : [];
  return { table: { delimiter, headers: names, rows, mapping: guessMapping(names) }, notes };
}

const about = (id: Note["id"], values?: Note["values"]): Note => ({
  path: "$",
  field: null,
  id,
  ...(values && { values }),
});

function guessDelimiter(text: string): Delimiter {
  const start = text
    .slice(0, 20_000)
    .split(/\r?\n|\r/)
    .slice(0, 20)
    .join("\n");
  const width = (one: Delimiter) => {
    const [head = [], ...rows] = recordsOf(start, one).records;
    const even = rows.filter((row) => row.length === head.length).length;
    return head.length < 2 ? 0 : head.length + (rows.length > 0 ? (100 * even) / rows.length : 0);
  };
  return DELIMITERS.toSorted((a, b) => width(b) - width(a))[0] ?? ",";
}

const LONGEST_ROW = 1_000_000;
const WRONG: Record<string, Note["id"]> = {
  CSV_QUOTE_NOT_CLOSED: "note_open_quote",
  CSV_MAX_RECORD_SIZE: "note_long_row",
};

/** None where quotes are opened and never closed, or a row has no end. */
function recordsOf(text: string, delimiter: Delimiter): { records: string[][]; wrong?: Note["id"] } {
  try {
    const records: string[][] = parse(text, {
      ...{ delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
      max_record_size: LONGEST_ROW,
    });
    return { records };
  } catch (error) {
    return { records: [], wrong: WRONG[(error as { code?: string }).code ?? ""] ?? "note_unknown_file" };
  }
}

/** What columns are called, folded and without signs, in the languages of the files that are met most. */
const NAMES: Record<CheckField, string> = {
  claim:
    "claim statement claimreviewed claimtext claimed text quote afirmacion bulo declaration behauptung الادعاء ادعاء",
  title: "title headline name articletitle titulo titre titel العنوان",
  claimant: "claimant claimauthor speaker saidby who author autor auteur صاحبالادعاء",
  claimDate: "claimdate saidwhendate datesaid dateofclaim",
  saidWhen: "saidwhen",
  saidWhere: "saidwhere claimlocation place lugar lieu",
  publisher: "publisher desk organisation organization factchecker outlet checkedby medio publicador الناشر",
  publisherUrl: "publisherurl deskurl publishersite site website",
  url: "url link reviewurl checkurl articleurl address enlace lien الرابط",
  reviewDate: "reviewdate date published datepublished publishdate releasedat checkedon fecha التاريخ",
  claimantUrl: "claimanturl claimantpage claimantprofile",
  author: "reviewauthor checkauthor byline writer",
  citations: "citation citations evidence references quellen fuentes",
  rating:
    "rating ratinglabel label verdict textualrating alternatename conclusion veredicto calificacion التقييم الحكم",
  value: "value ratingvalue score",
  best: "best bestrating",
  worst: "worst worstrating",
  explanation: "explanation ratingexplanation summary",
  body: "body reviewbody rationale rationaletext",
  language: "language languagecode lang inlanguage idioma langue اللغة",
  appearances: "appearance appearances claimurl firstappearance seenat documents",
};
const known = Object.fromEntries(CHECK_FIELDS.map((field) => [field, new Set(NAMES[field].split(" "))])) as Record<
  CheckField,
  Set<string>
>;
/** Columns of Assay's own files that mean something else than their names elsewhere. */
const OWN: Record<string, CheckField | null> = {
  ...{ speaker: null, organisation: null, outlet: null, quotes: null, rationale: null },
  ...{ verdict: "explanation", rating_label: "rating", rationale_text: "body" },
};

/** Each field is taken from the first column that is called like it. */
export function guessMapping(headers: readonly string[]): Mapping {
  const isOwn = headers.includes("content_hash") && headers.includes("statement");
  const taken = new Set<CheckField>();
  return headers.map((header) => {
    const field = isOwn && Object.hasOwn(OWN, header) ? OWN[header] : fieldNamed(header);
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

function fieldNamed(header: string): CheckField | null {
  const name = foldText(header).replace(/[^\p{L}\p{N}]/gu, "");
  return CHECK_FIELDS.find((field) => known[field].has(name)) ?? null;
}

/** The checks of a table, row by row. The columns that are not taken are told once. */
export function checksInTable({ headers, rows, mapping }: Table): Found {
  const reads = rows.map((row, at) => checkInRow(row, at + 2, mapping));
  const left = headers.filter((_, at) => !mapping[at]);
  const notes: Note[] =
    left.length > 0 ? [{ path: "$", field: null, id: "note_columns", values: { names: left.slice(0, 30) } }] : [];
  return {
    checks: reads.flatMap(({ check }) => check ?? []),
    reports: reads.map(({ report }) => report),
    notes,
  };
}

function checkInRow(row: readonly string[], number: number, mapping: Mapping): Read {
  const path = `row ${number}`;
  const whole = spotOf(path, undefined);
  const cell = (field: CheckField): Spot => {
    const column = mapping.indexOf(field);
    const value = column < 0 ? undefined : (row[column] ?? "");
    return { path: `${path}.${field}`, value: partsOf(field, value), read: whole.read };
  };
  const spots = Object.fromEntries(CHECK_FIELDS.map((field) => [field, cell(field)])) as Record<CheckField, Spot>;
  return readCheck({
    whole,
    spots: { ...spots, appearances: [spots.appearances], citations: [spots.citations] } satisfies CheckSpots,
  });
}

/** References stand in one cell with semicolons or line ends between them. */
const partsOf = (field: CheckField, cell: string | undefined): unknown =>
  field === "appearances" ? addressesIn(cell) : field === "citations" ? cell?.split(/[\n;]+/) : cell;

/** Addresses in one cell: JSON as Assay writes it, or one after another with spaces or semicolons between them. */
function addressesIn(cell: string | undefined): unknown {
  if (cell === undefined || !cell.startsWith("[")) return cell?.split(/[\s;]+/).filter(Boolean);
  try {
    const documents: unknown = JSON.parse(cell);
    return Array.isArray(documents) ? documents.map((one) => (one as { originUrl?: unknown } | null)?.originUrl) : cell;
  } catch {
    return cell;
  }
}
