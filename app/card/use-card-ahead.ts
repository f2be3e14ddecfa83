import { useLocation, useNavigation } from "@remix-run/react";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { keptRow } from "#app/board/kept-lists.ts";

/** The claim whose card is on its way, as the list of this case knows it; null while none is. */
export function useCardAhead(caseNumber: number): ClaimRow | null {
  const { pathname } = useLocation();
  const { state, location } = useNavigation();
  return state === "loading" && location.pathname !== pathname ? rowAhead(location.pathname, caseNumber) : null;
}

/** Null for what is no card of this case, what its list does not know, and what was dropped: there is more to say before its words. */
export function rowAhead(path: string, caseNumber: number): ClaimRow | null {
  const [, given, claimNumber] = /^\/cases\/(\d+)\/claims\/(\d+)$/.exec(path) ?? [];
  const row = Number(given) === caseNumber ? keptRow(caseNumber, Number(claimNumber)) : null;
  return row?.status === "dropped" ? null : row;
}
