import type { Db } from "#db/client.ts";
import { claimById } from "#db/queries/claims.ts";
import { allMembers } from "#db/queries/people.ts";
import { latestReleaseOfClaim } from "#db/queries/releases.ts";
import { requestsOfClaim, reviewsOfClaim } from "#db/queries/reviews.ts";
import type { CorrectionKind } from "#domain/corrections.ts";
import { openChangeRequests, type Review, signOffState } from "#domain/review.ts";
import { can } from "#domain/roles.ts";
import type { Stage } from "#domain/status.ts";
import { notify, settle, untell } from "#server/services/notify.ts";

/** Which claim, whose doing, when. */
type Deed = { claimId: string; caseId: string; actorId: string | null; at: number };
type People = { assigneeId: string | null; reviewerIds: readonly string[] };

/** Tells whoever got a claim, or was asked to review it, and was neither before. */
export function tellAssigned(tx: Db, deed: Deed, was: People, is: People): void {
  if (is.assigneeId && is.assigneeId !== was.assigneeId)
    notify(tx, { ...deed, memberIds: [is.assigneeId], reason: "assigned" });
  const asked = is.reviewerIds.filter((id) => !was.reviewerIds.includes(id));
  notify(tx, { ...deed, memberIds: asked, reason: "review_asked" });
  for (const memberId of was.reviewerIds.filter((id) => !is.reviewerIds.includes(id)))
    settle(tx, { ...deed, memberId, reasons: ["review_asked"] });
  if (was.assigneeId && was.assigneeId !== is.assigneeId)
    settle(tx, { ...deed, memberId: was.assigneeId, reasons: ["assigned", "changes_requested"] });
}

/** Tells the reviewers that it is their turn; a claim that is dropped asks nothing of anybody any more. */
export function tellMoved(tx: Db, deed: Deed, stage: Stage, reviewerIds: readonly string[]): void {
  if (stage === "dropped")
    settle(tx, { ...deed, reasons: ["assigned", "review_asked", "changes_requested", "went_stale", "due_soon"] });
  if (stage !== "in_review") return;
  notify(tx, { ...deed, memberIds: reviewerIds, reason: "review_asked", subject: { isTurn: true } });
  settle(tx, { ...deed, reasons: ["changes_requested"] });
}

/** Who decided needs to be asked no more. */
export function settleDecided(tx: Db, { actorId, ...deed }: Deed): void {
  if (actorId) settle(tx, { ...deed, memberId: actorId, reasons: ["review_asked", "went_stale"] });
}

/** Tells the analyst, or else whoever wrote the card last, what a reviewer wants changed. */
export function tellChangesRequested(tx: Db, deed: Deed, lastEditorId: string | null, reason: string): void {
  const memberId = claimById(tx, deed.claimId)?.assigneeId ?? lastEditorId;
  notify(tx, {
    ...deed,
    memberIds: memberId ? [memberId] : [],
    reason: "changes_requested",
    subject: { words: reason },
  });
}

type Request = Pick<Review, "reviewerId" | "at"> & { claimId: string };

/** Takes back that somebody was told of a request for changes; of another one that is open they are told still. */
export function untellChangesRequested(tx: Db, { claimId, reviewerId, at }: Request): void {
  const other = openChangeRequests(reviewsOfClaim(tx, claimId)).at(-1);
  const before = other && { actorId: other.reviewerId, at: other.at, subject: { words: other.note } };
  untell(tx, { claimId, reason: "changes_requested", actorId: reviewerId, at, before });
}

type Change = Deed & { beforeHash: string; afterHash: string };

/**
 * Tells those whose sign-off an edit made stale, and those who answer for a claim that no longer says what was released.
 * When the edit is taken back, both are over.
 */
export function tellMaterialChange(tx: Db, { beforeHash, afterHash, ...deed }: Change): void {
  const stale = reviewsOfClaim(tx, deed.claimId).flatMap((one) => {
    if (one.decision !== "sign_off") return [];
    const [was, is] = [signOffState(one, beforeHash), signOffState(one, afterHash)];
    if (is === "current") settle(tx, { ...deed, memberId: one.reviewerId, reasons: ["went_stale"] });
    return was === "current" && is === "stale" ? [one.reviewerId] : [];
  });
  notify(tx, { ...deed, memberIds: stale, reason: "went_stale" });
  tellChangedAfterRelease(tx, { beforeHash, afterHash, ...deed }, stale);
}

/** Not those who hear of the same edit already because of their sign-off. */
function tellChangedAfterRelease(tx: Db, { beforeHash, afterHash, ...deed }: Change, heard: readonly string[]): void {
  const release = latestReleaseOfClaim(tx, deed.claimId);
  if (!release) return;
  if (afterHash === release.contentHash) settle(tx, { ...deed, reasons: ["changed_after_release"] });
  if (beforeHash !== release.contentHash) return;
  const answerable = [release.madeBy, claimById(tx, deed.claimId)?.assigneeId].filter((id) => typeof id === "string");
  const memberIds = answerable.filter((id) => !heard.includes(id));
  notify(tx, { ...deed, memberIds, reason: "changed_after_release" });
}

type Recorded = { kind: CorrectionKind; isAsked: boolean; what: string };

/** Tells those who answer for a released claim what was put on the record about it, or that a retraction waits for them. */
export function tellCorrected(tx: Db, deed: Deed, { kind, isAsked, what }: Recorded): void {
  const claim = claimById(tx, deed.claimId);
  const signed = reviewsOfClaim(tx, deed.claimId).filter((one) => one.decision === "sign_off" && !one.withdrawnAt);
  const asked = requestsOfClaim(tx, deed.claimId).map((one) => one.reviewerId);
  const release = latestReleaseOfClaim(tx, deed.claimId);
  const concerned = [claim?.assigneeId, release?.madeBy, ...asked, ...signed.map((one) => one.reviewerId)];
  const memberIds = concerned.filter((id) => typeof id === "string");
  notify(tx, {
    ...{ ...deed, memberIds: isAsked ? withConfirmers(tx, deed, memberIds, asked) : memberIds },
    ...{ reason: "changed_after_release", subject: { correction: isAsked ? "asked" : kind, words: what } },
  });
}

/** Where none of these may confirm a retraction, everybody who may: else it would wait unseen. */
function withConfirmers(tx: Db, { actorId }: Deed, told: readonly string[], asked: readonly string[]): string[] {
  const may = allMembers(tx)
    .filter((one) => one.deactivatedAt === null && one.id !== actorId)
    .filter((one) => can(one, "claim.override") || (can(one, "claim.review") && asked.includes(one.id)))
    .map(({ id }) => id);
  return may.some((id) => told.includes(id)) ? [...told] : [...told, ...may];
}
