import type { Db } from "#db/client.ts";
import type { Check } from "#server/import/check.ts";
import type { Format, Reading } from "#server/import/read-file.ts";
import type { Note, Report } from "#server/import/report.ts";
import type { Mapping } from "#server/import/table.ts";
import { type Outcome, outcomesOf } from "#server/precedents/store.ts";

/** What taking a file in would do, before anybody decides. */
export type Preview = {
  id: string;
  fileName: string;
  format: Format;
  counts: Record<Outcome | "dropped", number>;
  /** The first checks, as they would be kept. */
  first: Check[];
  /** About the file as a whole. */
  notes: Note[];
  /** Objects about which there is something to say, those that are dropped first. */
  reports: Report[];
  /** So many more have something to say. */
  more: number;
  columns: { headers: string[]; mapping: Mapping; rows: string[][] } | null;
};

const FIRST = 3;
const REPORTS = 100;
const ROWS = 3;

export function previewOf(db: Db, { id, fileName }: { id: string; fileName: string }, reading: Reading): Preview {
  const { checks, reports, notes, format, table } = reading;
  const told = reports.filter((one) => one.notes.length > 0 || one.outcome === "dropped");
  const inOrder = told.toSorted((a, b) => Number(b.outcome === "dropped") - Number(a.outcome === "dropped"));
  return {
    ...{ id, fileName, format, notes },
    counts: { ...countsOf(outcomesOf(db, checks)), dropped: droppedIn(reading) },
    first: checks.slice(0, FIRST),
    reports: inOrder.slice(0, REPORTS),
    more: Math.max(0, told.length - REPORTS),
    columns: table && { headers: table.headers, mapping: table.mapping, rows: table.rows.slice(0, ROWS) },
  };
}

export const droppedIn = ({ reports }: Reading): number =>
  reports.filter(({ outcome }) => outcome === "dropped").length;

export function countsOf(outcomes: readonly Outcome[]): Record<Outcome, number> {
  const counts = { added: 0, updated: 0, known: 0 };
  for (const one of outcomes) counts[one] += 1;
  return counts;
}
