import type { Db } from "#db/client.ts";
import type { Check } from "#server/import/check.ts";
import type { Summary } from "#server/import/summary.ts";
import { type Outcome, outcomesOf } from "#server/precedents/store.ts";

/** What taking a file in would do, before anybody decides. */
export type Preview = Omit<Summary, "count" | "dropped"> & {
  id: string;
  fileName: string;
  counts: Counts & { dropped: number };
};
export type Counts = Record<Outcome, number>;

/** Looks a part of the checks up at a time, so that others are answered in between. */
export async function previewOf(
  db: Db,
  { id, fileName }: { id: string; fileName: string },
  { count: _, dropped, ...shown }: Summary,
  parts: AsyncIterable<readonly Check[]>,
): Promise<Preview> {
  let counts = countsOf([]);
  for await (const checks of parts) counts = added(counts, countsOf(outcomesOf(db, checks)));
  return { ...shown, id, fileName, counts: { ...counts, dropped } };
}

export function countsOf(outcomes: readonly Outcome[]): Counts {
  const counts = { added: 0, updated: 0, known: 0 };
  for (const one of outcomes) counts[one] += 1;
  return counts;
}

export const added = (one: Counts, other: Counts): Counts => ({
  added: one.added + other.added,
  updated: one.updated + other.updated,
  known: one.known + other.known,
});
