import { useMemo } from "react";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { groupByStatus } from "#app/board/columns.ts";
import { filterClaims, readFilters } from "#app/board/filters.ts";
import { groupClaims, readGrouping } from "#app/board/grouping.ts";
import { readSort, sortClaims } from "#app/board/sort.ts";
import { useHydrated } from "#app/ui/use-hydrated.ts";

export type Screen = "board" | "table";

/** What the address asks for: which claims, in which order, in which groups. Ordering is done once, not with every key. */
export function useListed(screen: Screen, claims: ClaimRow[], search: URLSearchParams, myId: string) {
  const isHere = useHydrated();
  const { key, descending } = readSort(search, screen === "board" ? "due" : "reference");
  const grouping = readGrouping(search);
  const asked = `${search}`;
  const filters = useMemo(() => readFilters(new URLSearchParams(asked)), [asked]);
  const ordered = useMemo(() => sortClaims(claims, { key, descending }), [claims, key, descending]);
  const rows = useMemo(() => filterClaims(ordered, filters, myId), [ordered, filters, myId]);
  const groups = useMemo(
    () => (screen === "board" ? groupByStatus(rows) : groupClaims(rows, grouping, isHere ? Date.now() : null)),
    [screen, rows, grouping, isHere],
  );
  return { filters, rows, groups };
}
