import { useEffect, useMemo } from "react";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { groupByStatus } from "#app/board/columns.ts";
import { filterClaims, readFilters, textOf } from "#app/board/filters.ts";
import { groupClaims, readGrouping } from "#app/board/grouping.ts";
import { readSort, sortClaims } from "#app/board/sort.ts";
import { useFigureWords } from "#app/card/use-figure-words.ts";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { goThroughIdle } from "#app/ui/when-idle.ts";
import { useLanguage, useWords } from "#app/words/speech.tsx";

export type Screen = "board" | "table";

/** What the address asks for: which claims, in which order, in which groups. Ordering is done once, not with every key. */
export function useListed(screen: Screen, claims: ClaimRow[], search: URLSearchParams, myId: string) {
  const isHere = useHydrated();
  const { locale } = useLanguage();
  const { bound } = useFigureWords();
  const say = useWords("filters");
  const sayStatus = useWords("statuses");
  const { key, descending } = readSort(search, screen === "board" ? "due" : "reference");
  const grouping = readGrouping(search);
  const asked = `${search}`;
  const filters = useMemo(() => readFilters(new URLSearchParams(asked)), [asked]);
  const ordered = useMemo(() => sortClaims(claims, { key, descending }, locale), [claims, key, descending, locale]);
  const rows = useMemo(
    () => filterClaims(ordered, filters, { myId, now: isHere ? Date.now() : null, figureWords: bound }),
    [ordered, filters, myId, isHere, bound],
  );
  // So that the first key of a filter finds it done.
  useEffect(() => goThroughIdle(claims, (row) => textOf(row, { figureWords: bound })), [claims, bound]);
  const groups = useMemo(() => {
    if (screen === "board") return groupByStatus(sayStatus, rows);
    return groupClaims(rows, grouping, isHere ? Date.now() : null, { say, sayStatus, locale });
  }, [screen, rows, grouping, isHere, say, sayStatus, locale]);
  return { filters, rows, groups };
}
