import type { Db } from "#db/client.ts";
import { claimById } from "#db/queries/claims.ts";
import { mergedInto, mergeOf } from "#db/queries/merges.ts";

/** The claims that are merged into this one at the moment, also by way of others, each once and by number. */
export function mergedClaims(db: Db, claimId: string): { id: string; number: number }[] {
  const found = new Map<string, number>();
  const follow = (id: string) => {
    for (const one of mergedInto(db, id)) {
      if (found.has(one.id) || one.id === claimId) continue;
      found.set(one.id, one.number);
      follow(one.id);
    }
  };
  follow(claimId);
  return [...found].map(([id, number]) => ({ id, number })).sort((a, b) => a.number - b.number);
}

/** The claim that stays, of one that was merged, also by way of others; the claim itself where it was not. */
export function stayingClaim(db: Db, claimId: string, seen: readonly string[] = []): string {
  const next = mergeOf(db, claimId)?.intoId;
  return next === undefined || seen.includes(next) ? claimId : stayingClaim(db, next, [...seen, claimId]);
}

/** The same by its number. */
export const stayingNumber = (db: Db, claimId: string): number | undefined =>
  claimById(db, stayingClaim(db, claimId))?.number;
