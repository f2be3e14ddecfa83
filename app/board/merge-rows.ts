import type { ClaimRow } from "#app/board/claim-row.ts";

/** The list with the claims that were asked for again: changed ones in their place, new ones by their number. */
export function mergeRows(
  rows: readonly ClaimRow[],
  asked: ReadonlySet<string>,
  given: readonly ClaimRow[],
): ClaimRow[] {
  const fresh = new Map(given.map((row) => [row.id, row]));
  const kept = rows.flatMap((row) => {
    if (!asked.has(row.id)) return [row];
    const now = fresh.get(row.id);
    fresh.delete(row.id);
    return now ? [now] : [];
  });
  return fresh.size === 0 ? kept : [...kept, ...fresh.values()].sort((a, b) => a.number - b.number);
}
