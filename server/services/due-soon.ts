import type { Db } from "#db/client.ts";
import { caseById } from "#db/queries/cases.ts";
import type { ClaimRecord } from "#db/queries/claims.ts";
import { cardOf } from "#db/queries/claims.ts";
import { claimsDueBetween, keepDueNotice } from "#db/queries/notifications.ts";
import { requestsOfClaim, reviewsOfClaim } from "#db/queries/reviews.ts";
import { DUE_SOON_MS } from "#domain/notices.ts";
import { currentSignOffs } from "#domain/review.ts";
import type { Status } from "#domain/status.ts";
import type { Context } from "#server/context.ts";
import { claimStatus } from "#server/services/claim-status.ts";
import { inTransaction } from "#server/services/decide.ts";
import { notify } from "#server/services/notify.ts";

const OPEN = new Set<Status>(["inbox", "researching", "in_review"]);

/** Tells those whose turn it is that a claim is due soon, once for each due time, also when the process was away meanwhile. */
export function tellDueSoon({ db, now, live }: Pick<Context, "db" | "now" | "live">): void {
  const at = now();
  if (claimsDueBetween(db, at, at + DUE_SOON_MS).length === 0) return;
  const told = inTransaction(db, (tx) =>
    claimsDueBetween(tx, at, at + DUE_SOON_MS).filter((claim) => tellOf(tx, claim, at)),
  );
  for (const { id, caseId } of told) live.publish(caseId, { type: "claim", claimId: id });
}

/** False while there is nobody to tell: whoever gets the claim later is told then. */
function tellOf(tx: Db, claim: ClaimRecord, at: number): boolean {
  const memberIds = whoseTurn(tx, claim);
  if (memberIds.length === 0 || claim.dueAt === null) return false;
  keepDueNotice(tx, claim.id, claim.dueAt);
  notify(tx, { memberIds, reason: "due_soon", claimId: claim.id, caseId: claim.caseId, actorId: null, at });
  return true;
}

/** In review the reviewers who have not signed, else the analyst; nobody once it is signed off or dropped. */
function whoseTurn(tx: Db, claim: ClaimRecord): string[] {
  const parent = caseById(tx, claim.caseId);
  if (!parent) return [];
  const status = claimStatus(tx, parent, claim);
  if (!OPEN.has(status)) return [];
  const analyst = claim.assigneeId ? [claim.assigneeId] : [];
  if (status !== "in_review") return analyst;
  const hash = cardOf(tx, claim.id)?.contentHash ?? "";
  const signed = new Set(currentSignOffs(reviewsOfClaim(tx, claim.id), hash).map((one) => one.reviewerId));
  const reviewers = requestsOfClaim(tx, claim.id).map((one) => one.reviewerId);
  const left = reviewers.filter((id) => !signed.has(id));
  return left.length > 0 ? left : analyst;
}
