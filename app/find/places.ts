import type { Hit } from "#server/services/find.ts";

/** The page of something that was found. A claim that was merged leads on to the one it went into by itself. */
export function pathOf({ kind, caseNumber, claim, document }: Hit): string {
  const at = `/cases/${caseNumber}`;
  if (kind === "claim" && claim) return `${at}/claims/${claim.number}`;
  if (kind === "document" && document) return `${at}/documents/${document.id}?version=${document.versionNumber}`;
  return at;
}

/** "14-3" for a claim's address, "14" for any other page of a case; null elsewhere. */
export function placeIn(pathname: string): string | null {
  const [, caseNumber, claimNumber] = /^\/cases\/(\d{1,9})(?:\/claims\/(\d{1,9})(?=\/|$))?/.exec(pathname) ?? [];
  if (!caseNumber) return null;
  return claimNumber ? `${caseNumber}-${claimNumber}` : caseNumber;
}

/** Reads such places as the browser sends them; what is none is left out. */
export function readPlaces(given: string): { caseNumber: number; claimNumber: number | null }[] {
  const places = given.slice(0, 400).split(",").slice(0, 12);
  return places.flatMap((one) => {
    const [, caseNumber, claimNumber] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(one) ?? [];
    return caseNumber
      ? [{ caseNumber: Number(caseNumber), claimNumber: claimNumber ? Number(claimNumber) : null }]
      : [];
  });
}
