import type { Db } from "#db/client.ts";
import { reviewsOfClaim } from "#db/queries/reviews.ts";
import type { AppError } from "#domain/errors.ts";
import { currentSignOffs, isSignedOff, openChangeRequests } from "#domain/review.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { MessageId, Values } from "#domain/words/say.ts";
import { peopleById, pick } from "#server/services/people-view.ts";

type Seen = {
  actor: { id: string };
  claimId: string;
  contentHash: string;
  quorum: number;
  /** Ids of the reviews that the actor's page listed. */
  seenReviews: readonly string[];
};

/**
 * Two people who sign at once both count while the quorum asks for both.
 * @throws AppError conflict that names the decision, when a colleague asked for changes or completed the claim meanwhile.
 */
export function demandSeenToSign(tx: Db, seen: Seen): void {
  const request = openChangeRequests(unseen(tx, seen)).at(-1);
  if (request) throw decided(tx, request, "asked_meanwhile", { note: request.note });
  const last = completedUnseen(tx, seen);
  if (last) throw decided(tx, last, "completed_meanwhile");
}

/** @throws AppError conflict that names the sign-off, when one that the actor has not seen completed the claim. */
export function demandSeenToSendBack(tx: Db, seen: Seen): void {
  const last = completedUnseen(tx, seen);
  if (last) throw decided(tx, last, "completed_before_request");
}

function unseen(tx: Db, { actor, claimId, seenReviews }: Seen) {
  return reviewsOfClaim(tx, claimId).filter((one) => one.reviewerId !== actor.id && !seenReviews.includes(one.id));
}

function completedUnseen(tx: Db, seen: Seen) {
  const { claimId, contentHash, quorum } = seen;
  const isComplete = isSignedOff(reviewsOfClaim(tx, claimId), contentHash, quorum);
  return isComplete ? currentSignOffs(unseen(tx, seen), contentHash).at(-1) : undefined;
}

type Decision = { id: string; reviewerId: string; at: number };

function decided(
  tx: Db,
  { id, reviewerId, at }: Decision,
  saying: MessageId<"reviews">,
  values: Values = {},
): AppError {
  const by = pick(peopleById(tx), reviewerId)?.name ?? null;
  const who = by ?? ({ room: "claims", id: "somebody_else" } as const);
  const time = new Date(at).toISOString().slice(11, 16);
  return refusal("conflict", "reviews", saying, { who, time, ...values }, { decision: { reviewId: id, by, at } });
}
