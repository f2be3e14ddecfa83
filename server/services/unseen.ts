import type { Db } from "#db/client.ts";
import { reviewsOfClaim } from "#db/queries/reviews.ts";
import { AppError } from "#domain/errors.ts";
import { currentSignOffs, isSignedOff, openChangeRequests } from "#domain/review.ts";
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
  if (request) throw decided(tx, request, "asked for changes", `: “${request.note}” Read it, then decide again.`);
  const last = completedUnseen(tx, seen);
  if (last) throw decided(tx, last, "signed off", ", which completes the claim. Nothing is left to do.");
}

/** @throws AppError conflict that names the sign-off, when one that the actor has not seen completed the claim. */
export function demandSeenToSendBack(tx: Db, seen: Seen): void {
  const last = completedUnseen(tx, seen);
  if (last)
    throw decided(
      tx,
      last,
      "signed off",
      ", which completes the claim. If it has to change all the same, send it back again.",
    );
}

function unseen(tx: Db, { actor, claimId, seenReviews }: Seen) {
  return reviewsOfClaim(tx, claimId).filter((one) => one.reviewerId !== actor.id && !seenReviews.includes(one.id));
}

function completedUnseen(tx: Db, seen: Seen) {
  const { claimId, contentHash, quorum } = seen;
  const isComplete = isSignedOff(reviewsOfClaim(tx, claimId), contentHash, quorum);
  return isComplete ? currentSignOffs(unseen(tx, seen), contentHash).at(-1) : undefined;
}

function decided(
  tx: Db,
  { id, reviewerId, at }: { id: string; reviewerId: string; at: number },
  did: string,
  rest: string,
) {
  const by = pick(peopleById(tx), reviewerId)?.name ?? "Somebody else";
  const time = new Date(at).toISOString().slice(11, 16);
  return new AppError("conflict", `${by} ${did} at ${time} UTC${rest}`, { decision: { reviewId: id, by, at } });
}
