import type { Db } from "#db/client.ts";
import { claimById } from "#db/queries/claims.ts";
import { eventsOfClaim } from "#db/queries/decisions.ts";
import type { CaseRecord } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { changeClaim } from "#server/services/overtaken.ts";

/**
 * Moves a claim back to review when the request for changes that had sent it back is taken back, unless somebody has
 * decided something on it since.
 */
export function backToReview(tx: Db, parent: CaseRecord, deed: { claimId: string; actorId: string; at: number }): void {
  const claim = claimById(tx, deed.claimId);
  const sentBack = eventsOfClaim(tx, deed.claimId).findLast((one) => one.type === "review.changes_requested");
  if (!claim || sentBack?.body.from !== "in_review" || sentBack.body.version !== claim.version) return;
  changeClaim(tx, parent, claim, { stage: "in_review" });
  const body = { from: claim.stage, to: "in_review", reason: null, duplicateOf: null };
  record(tx, { ...deed, type: "claim.moved", caseId: parent.id, body });
}
