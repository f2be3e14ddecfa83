import type { Db } from "#db/client.ts";
import { putIntoSet, setOfClaim, takeOutOfSet } from "#db/queries/conflict-sets.ts";
import { record } from "#server/services/audit.ts";

export type PassedSet = { id: string; name: string };

/** The conflict set in which the claim that stays would take the place of the merged one; null where it is in one. */
export function setToPass(db: Db, fromId: string, intoId: string): PassedSet | null {
  const set = setOfClaim(db, intoId) ? null : setOfClaim(db, fromId);
  return set && { id: set.id, name: set.name };
}

type Passing = { actorId: string; caseId: string; fromId: string; intoId: string; at: number };

/** Gives the place over, inside the transaction of the merge; both claims say so on the record. */
export function passSet(tx: Db, set: PassedSet | null, { actorId, caseId, fromId, intoId, at }: Passing): void {
  if (!set) return;
  takeOutOfSet(tx, fromId);
  putIntoSet(tx, { claimId: intoId, setId: set.id, by: actorId, at });
  const common = { actorId, caseId, at };
  record(tx, { type: "claim.set_left", claimId: fromId, body: { name: set.name }, ...common });
  record(tx, { type: "claim.set_joined", claimId: intoId, body: { name: set.name, from: null }, ...common });
}
