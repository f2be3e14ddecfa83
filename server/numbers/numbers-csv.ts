import { AGES, type ChartId } from "#domain/numbers.ts";
import { csvTable } from "#server/export/csv.ts";
import type { Finished, Numbers } from "#server/services/numbers.ts";

type Cell = string | number | null;
type Given = { numbers: Numbers; finished: readonly Finished[] };
type Table = { head: string[]; rows: Cell[][] };

const HOUR_MS = 3_600_000;
const iso = (at: number) => new Date(at).toISOString();

/** The columns of each chart's file; docs/exports.md says what they hold. */
const tables: Record<ChartId, (given: Given) => Table> = {
  ageing: ({ numbers }) => ({
    head: ["status", "days", "claims"],
    rows: numbers.ageing.flatMap(({ status, counts }) => AGES.map(({ id }, at) => [status, id, counts[at] ?? 0])),
  }),
  load: ({ numbers }) => ({
    head: ["person", "open_claims", "waiting_reviews"],
    rows: numbers.load.map(({ person, claims, reviews }) => [person?.name ?? null, claims, reviews]),
  }),
  coverage: ({ numbers: { coverage } }) => ({
    head: ["state", "sentences"],
    rows: (["claimed", "dismissed", "open"] as const).map((state) => [state, coverage[state]]),
  }),
  statuses: ({ numbers }) => ({
    head: ["status", "claims"],
    rows: numbers.statuses.map(({ status, claims }) => [status, claims]),
  }),
  verdicts: ({ numbers }) => ({
    head: ["label", "mark", "signed_off", "proposed"],
    rows: numbers.verdicts.map(({ label, mark, signed, proposed }) => [label, mark, signed, proposed]),
  }),
  times: ({ finished }) => ({
    head: ["reference", "started_at", "signed_off_at", "hours"],
    rows: finished.map(({ reference, startedAt, signedAt }) => [
      ...[reference, iso(startedAt), iso(signedAt)],
      ((signedAt - startedAt) / HOUR_MS).toFixed(2),
    ]),
  }),
};

/** One chart's numbers as a CSV file; of the times every claim is a row. */
export function numbersCsv(chart: ChartId, given: Given): string {
  const { head, rows } = tables[chart](given);
  return csvTable(head, rows);
}
