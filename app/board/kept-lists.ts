import type { ClaimRow } from "#app/board/claim-row.ts";
import type { SentList } from "#app/board/sent-list.ts";

export type KeptList = Omit<SentList, "claims"> & { claims: ClaimRow[] };

/** The list of each case as it was loaded last, by the case's number. */
export const keptLists = new Map<string, KeptList>();

/** What the list of a case knows of a claim. */
export function keptRow(caseNumber: number, claimNumber: number): ClaimRow | null {
  return keptLists.get(String(caseNumber))?.claims.find((row) => row.number === claimNumber) ?? null;
}
