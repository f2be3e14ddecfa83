import type { Check } from "#server/import/check.ts";
import type { Format, Reading } from "#server/import/read-file.ts";
import type { Note, Report } from "#server/import/report.ts";
import type { Mapping } from "#server/import/table.ts";

/** What people are shown of a file before they decide, without all of its checks. */
export type Summary = {
  format: Format;
  /** So many checks are in it. */
  count: number;
  dropped: number;
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

export function summaryOf({ checks, reports, notes, format, table }: Reading): Summary {
  const dropped = reports.filter(({ outcome }) => outcome === "dropped");
  const kept = reports.filter((one) => one.outcome === "kept" && one.notes.length > 0);
  return {
    ...{ format, notes, count: checks.length, dropped: dropped.length },
    first: checks.slice(0, FIRST),
    reports: [...dropped.slice(0, REPORTS), ...kept.slice(0, REPORTS)].slice(0, REPORTS),
    more: Math.max(0, dropped.length + kept.length - REPORTS),
    columns: table && { headers: table.headers, mapping: table.mapping, rows: table.rows.slice(0, ROWS) },
  };
}
