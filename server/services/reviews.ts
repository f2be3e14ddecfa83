import type { Db } from "#db/client.ts";
import { scaleById } from "#db/queries/cases.ts";
import { versionOfCase } from "#db/queries/documents.ts";
import { latestReleaseOfClaim } from "#db/queries/releases.ts";
import { insertReview, requestsOfClaim, reviewById, reviewsOfClaim, updateReview } from "#db/queries/reviews.ts";
import { isQuoted } from "#domain/anchors.ts";
import type { Card } from "#domain/card.ts";
import { CONTENT_VERSION } from "#domain/content.ts";
import { notFound } from "#domain/errors.ts";
import { whyNotReviewable } from "#domain/missing.ts";
import { isSignedOff, openChangeRequests, signOffState, TAKE_BACK_MS, whyNotSign } from "#domain/review.ts";
import { type CaseAccess, can } from "#domain/roles.ts";
import { refusal, refusalOf } from "#domain/words/refusal.ts";
import type { Saying } from "#domain/words/say.ts";
import type { Frozen } from "#server/collab/rooms.ts";
import type { Context, Member } from "#server/context.ts";
import { accessOf, claimFor } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { backToReview } from "#server/services/back-to-review.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { settle } from "#server/services/notify.ts";
import {
  settleDecided,
  tellChangesRequested,
  tellMaterialChange,
  untellChangesRequested,
} from "#server/services/occasions.ts";
import { changeClaim } from "#server/services/overtaken.ts";
import { peopleById, pick } from "#server/services/people-view.ts";
import { demandSeenToSendBack, demandSeenToSign } from "#server/services/unseen.ts";

/** Why this member may not review this claim, or null. Analysts review when asked; editors always may. */
export function mayReview(actor: Member, access: CaseAccess, requested: readonly string[]): Saying | null {
  if (!can(actor, "claim.review", access)) return { room: "reviews", id: "role_only_reads" };
  if (can(actor, "claim.override", access) || requested.includes(actor.id)) return null;
  return { room: "reviews", id: "not_asked" };
}

const SOMEBODY: Saying = { room: "claims", id: "somebody" };

/** What a decision was made on: the hash of the content, and the ids of the reviews, that the person's page showed. */
export type Seen = { seenHash: string; seenReviews?: readonly string[] };
export type Clearing = { reason: string; isTakenBack?: boolean };
export type SignOff = Seen & { note?: string } & Once;

/** Why a card's quotes cannot be signed, or null. A browser can write any words into a card; the document has the last one. */
function whyNotQuoted(db: Db, caseId: string, card: Card): Saying | null {
  const isTrue = (quote: Card["quotes"][number]) => {
    const version = versionOfCase(db, caseId, quote.versionId);
    return version !== null && isQuoted(version.text, quote);
  };
  const wrong = card.quotes.find((quote) => !isTrue(quote));
  if (!wrong) return null;
  const words = wrong.exact.length > 60 ? `${wrong.exact.slice(0, 60)}…` : wrong.exact;
  return { room: "reviews", id: "quote_untrue", values: { words } };
}

/** Sign-offs and requests for changes: each is bound to the hash of what its author read. */
export function reviewsService({ db, now, newId, rooms, live }: Context) {
  return {
    /**
     * Signs off exactly the content whose hash the person read. The claim is flushed and hashed, and decided in the same
     * tick, so no edit can come between.
     * @throws AppError conflict with `detail.card` (what the card is now) when it changed meanwhile, with
     * `detail.decision` when a colleague decided something that stands against it.
     */
    signOff(
      actor: Member,
      claimId: string,
      { seenHash, seenReviews = [], note = "", once }: SignOff,
    ): { complete: boolean; reviewId: string } {
      const { claim, parent } = reviewable(actor, claimId);
      const frozen = rooms.freeze(claimId);
      const result = decideOnce(
        { db, now },
        actor,
        { once, of: ["review.signOff", claimId, seenHash, note] },
        (tx, at) => {
          demandSeen(frozen, seenHash);
          const reviews = reviewsOfClaim(tx, claimId);
          const { contentHash, lastEditorId } = frozen;
          const why =
            whyNotReviewable(frozen.card, scaleById(tx, parent.scaleId)) ??
            whyNotQuoted(tx, parent.id, frozen.card) ??
            whyNotSign(actor.id, reviews, { contentHash, lastEditorId, quorum: parent.quorum, stage: claim.stage });
          if (why) throw refusalOf("conflict", why);
          demandSeenToSign(tx, { actor, claimId, contentHash, quorum: parent.quorum, seenReviews });
          supersedeOwn(tx, actor, claimId, at);
          const reviewId = insertDecision(tx, { actor, claimId, frozen, decision: "sign_off", note, at });
          changeClaim(tx, parent, claim, { stage: "in_review" });
          const complete = isSignedOff(reviewsOfClaim(tx, claimId), contentHash, parent.quorum);
          record(tx, {
            type: "review.signed_off",
            actorId: actor.id,
            caseId: parent.id,
            claimId,
            // A release shows this event to strangers, so the note stays with the review.
            body: { reviewId, contentHash, lastEditorId, quorum: parent.quorum, complete },
            at,
          });
          settleDecided(tx, { actorId: actor.id, caseId: parent.id, claimId, at });
          return { complete, reviewId };
        },
      );
      live.publish(parent.id, { type: "claim", claimId });
      return result;
    },

    /** Sends a claim back with a reason. It blocks sign-off until its author or an editor clears it. */
    requestChanges(
      actor: Member,
      claimId: string,
      { seenHash, seenReviews = [], reason, once }: Seen & { reason: string } & Once,
    ): { reviewId: string } {
      const { claim, parent } = reviewable(actor, claimId);
      if (claim.stage === "dropped") throw refusal("conflict", "reviews", "dropped_no_request");
      if (reason.trim() === "") throw refusal("bad_input", "reviews", "say_what_changes");
      const frozen = rooms.freeze(claimId);
      const of = ["review.requestChanges", claimId, seenHash, reason];
      const result = decideOnce({ db, now }, actor, { once, of }, (tx, at) => {
        demandSeen(frozen, seenHash);
        demandSeenToSendBack(tx, {
          ...{ actor, claimId, contentHash: frozen.contentHash, quorum: parent.quorum, seenReviews },
        });
        supersedeOwn(tx, actor, claimId, at);
        const reviewId = insertDecision(tx, { actor, claimId, frozen, decision: "request_changes", note: reason, at });
        changeClaim(tx, parent, claim, { stage: "researching" });
        record(tx, {
          type: "review.changes_requested",
          actorId: actor.id,
          caseId: parent.id,
          claimId,
          body: { contentHash: frozen.contentHash, reason, from: claim.stage, version: claim.version + 1 },
          at,
        });
        const deed = { actorId: actor.id, caseId: parent.id, claimId, at };
        settleDecided(tx, deed);
        tellChangesRequested(tx, deed, frozen.lastEditorId, reason);
        return { reviewId };
      });
      live.publish(parent.id, { type: "claim", claimId });
      return result;
    },

    /** Takes one's own sign-off back, on the record. */
    withdraw(actor: Member, reviewId: string, { once }: Once): void {
      const { review, parent } = ownReview(actor, reviewId);
      if (review.decision !== "sign_off") throw notFound("sign_off");
      decideOnce({ db, now }, actor, { once, of: ["review.withdraw", reviewId] }, (tx, at) => {
        if (reviewById(tx, reviewId)?.withdrawnAt !== null) throw refusal("conflict", "reviews", "withdrawn_already");
        updateReview(tx, reviewId, { withdrawnAt: at });
        record(tx, {
          type: "review.withdrawn",
          actorId: actor.id,
          caseId: parent.id,
          claimId: review.claimId,
          body: { reviewId, contentHash: review.contentHash },
          at,
        });
      });
      live.publish(parent.id, { type: "claim", claimId: review.claimId });
    },

    /**
     * Clears a request for changes: its author does, or an editor with a reason that goes on the record. Its author may
     * also say that it is taken back, as if it had not been made; within ten seconds nobody is told of it any more.
     */
    clear(actor: Member, reviewId: string, { reason, isTakenBack = false, once }: Clearing & Once): void {
      const review = reviewById(db, reviewId);
      const { parent } = claimFor(db, actor, review?.claimId ?? "", "claim.review");
      if (review?.decision !== "request_changes") throw notFound("request_for_changes");
      const own = review.reviewerId === actor.id;
      if (!own && !can(actor, "claim.override")) throw refusal("forbidden", "reviews", "not_yours_to_clear");
      if (!own && reason.trim() === "") throw refusal("bad_input", "reviews", "reason_to_override");
      decideOnce({ db, now }, actor, { once, of: ["review.clear", reviewId, reason, isTakenBack] }, (tx, at) => {
        if (openChangeRequests([reviewById(tx, reviewId) ?? review]).length === 0)
          throw refusal("conflict", "reviews", "cleared_already");
        updateReview(tx, reviewId, { clearedAt: at, clearedBy: actor.id, clearedReason: reason });
        record(tx, {
          type: "review.cleared",
          actorId: actor.id,
          caseId: parent.id,
          claimId: review.claimId,
          body: { reviewId, override: !own, reason },
          at,
        });
        const isTakenBackInTime = own && isTakenBack && at - review.at < TAKE_BACK_MS;
        if (isTakenBackInTime) untellChangesRequested(tx, review);
        if (openChangeRequests(reviewsOfClaim(tx, review.claimId)).length === 0)
          settle(tx, { claimId: review.claimId, reasons: ["changes_requested"], at });
        if (own && isTakenBack) backToReview(tx, parent, { claimId: review.claimId, actorId: actor.id, at });
      });
      live.publish(parent.id, { type: "claim", claimId: review.claimId });
    },
  };

  function reviewable(actor: Member, claimId: string) {
    const { claim, parent } = claimFor(db, actor, claimId, "claim.review");
    const why = mayReview(
      actor,
      accessOf(db, parent),
      requestsOfClaim(db, claimId).map((one) => one.reviewerId),
    );
    if (why) throw refusalOf("forbidden", why);
    return { claim, parent };
  }

  function demandSeen(frozen: Frozen, seenHash: string): void {
    if (frozen.contentHash === seenHash) return;
    const who = pick(peopleById(db), frozen.lastEditorId)?.name ?? SOMEBODY;
    const { contentHash, card } = frozen;
    throw refusal("conflict", "reviews", "changed_while_reading", { who }, { contentHash, card });
  }

  function ownReview(actor: Member, reviewId: string) {
    const review = reviewById(db, reviewId);
    const { parent } = claimFor(db, actor, review?.claimId ?? "", "case.read");
    if (!review) throw notFound("sign_off");
    if (review.reviewerId !== actor.id) throw refusal("forbidden", "reviews", "not_yours_to_withdraw");
    return { review, parent };
  }

  // One person stands behind one text at a time: a new decision replaces the earlier ones, which stay on the record.
  function supersedeOwn(tx: Db, actor: Member, claimId: string, at: number): void {
    const own = reviewsOfClaim(tx, claimId).filter((one) => one.reviewerId === actor.id);
    for (const one of own) {
      if (one.decision === "sign_off" && signOffState(one, one.contentHash) === "current")
        updateReview(tx, one.id, { supersededAt: at });
      if (one.decision === "request_changes" && openChangeRequests([one]).length > 0)
        updateReview(tx, one.id, { clearedAt: at, clearedBy: actor.id });
    }
  }

  type Decision = {
    actor: Member;
    claimId: string;
    frozen: Frozen;
    decision: "sign_off" | "request_changes";
    note: string;
    at: number;
  };

  function insertDecision(tx: Db, { actor, claimId, frozen, decision, note, at }: Decision): string {
    const { card, contentHash, lastEditorId } = frozen;
    const id = newId();
    insertReview(tx, {
      id,
      claimId,
      reviewerId: actor.id,
      decision,
      contentVersion: CONTENT_VERSION,
      contentHash,
      card,
      lastEditorId,
      note,
      at,
    });
    return id;
  }
}

/**
 * Called by the projection when a card's material content changes, inside its transaction: notes on the record which
 * sign-offs that made stale, and which it made current again. What becomes stale does so by the first who changed it, what
 * becomes current again by the last. Says whether a sign-off, or the release that holds the claim, stands otherwise now.
 */
export function noteSignOffChanges(
  tx: Db,
  change: {
    claimId: string;
    caseId: string;
    beforeHash: string;
    afterHash: string;
    firstId: string | null;
    lastId: string | null;
    at: number;
  },
): boolean {
  const { claimId, caseId, beforeHash, afterHash, firstId, lastId, at } = change;
  const signed = reviewsOfClaim(tx, claimId).filter((one) => one.decision === "sign_off");
  // As nearly always while people type; what nobody has signed is in no release either.
  if (signed.length === 0) return false;
  const released = latestReleaseOfClaim(tx, claimId)?.contentHash;
  let isOtherwise = released === beforeHash || released === afterHash;
  for (const one of signed) {
    const body = { reviewId: one.id, reviewerId: one.reviewerId, contentHash: one.contentHash };
    const was = signOffState(one, beforeHash) === "current";
    const is = signOffState(one, afterHash) === "current";
    if (was && !is) record(tx, { type: "sign_off.went_stale", actorId: firstId, caseId, claimId, body, at });
    if (!was && is) record(tx, { type: "sign_off.current_again", actorId: lastId, caseId, claimId, body, at });
    isOtherwise ||= was !== is;
  }
  tellMaterialChange(tx, { claimId, caseId, actorId: firstId, at, beforeHash, afterHash });
  return isOtherwise;
}
