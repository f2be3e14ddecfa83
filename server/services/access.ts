import type { Db } from "#db/client.ts";
import { caseById, caseByNumber, memberIdsOfCase } from "#db/queries/cases.ts";
import { type ClaimRecord, claimById, claimByNumber } from "#db/queries/claims.ts";
import type { cases } from "#db/schema/cases.ts";
import { notFound } from "#domain/errors.ts";
import { type Action, type Actor, type CaseAccess, can } from "#domain/roles.ts";
import { refusal } from "#domain/words/refusal.ts";

export type CaseRecord = typeof cases.$inferSelect;

export function accessOf(db: Db, found: CaseRecord): CaseAccess {
  return { restricted: found.restricted, memberIds: found.restricted ? memberIdsOfCase(db, found.id) : [] };
}

/** @throws AppError forbidden, with a sentence. */
export function demand(actor: Actor, action: Action, access?: CaseAccess): void {
  if (!can(actor, action, access)) throw refusal("forbidden", "forms", `role_${actor.role}`);
}

/** The case, when the actor may see it and do this. @throws AppError not_found for what is not theirs to see. */
export function caseFor(db: Db, actor: Actor, number: number, action: Action): CaseRecord {
  return permitted(db, actor, caseByNumber(db, number), action);
}

export function permitted(db: Db, actor: Actor, found: CaseRecord | null, action: Action): CaseRecord {
  if (!found) throw notFound("case");
  const access = accessOf(db, found);
  if (!can(actor, "case.read", access)) throw notFound("case");
  demand(actor, action, access);
  return found;
}

/** The claim and its case, by id. @throws AppError not_found when either is not theirs to see. */
export function claimFor(
  db: Db,
  actor: Actor,
  claimId: string,
  action: Action,
): { claim: ClaimRecord; parent: CaseRecord } {
  const claim = claimById(db, claimId);
  const parent = claim && caseById(db, claim.caseId);
  if (!claim || !parent || !can(actor, "case.read", accessOf(db, parent))) throw notFound("claim");
  return { claim, parent: permitted(db, actor, parent, action) };
}

/** The claim with this number in this case. */
export function numberedClaim(db: Db, actor: Actor, caseNumber: number, claimNumber: number, action: Action) {
  const parent = caseFor(db, actor, caseNumber, action);
  const claim = claimByNumber(db, parent.id, claimNumber);
  if (!claim) throw notFound("claim");
  return { claim, parent };
}
