import type { Db } from "#db/client.ts";
import { allScales } from "#db/queries/cases.ts";
import { claimsToCount, releasesToCount, requestsToCount, reviewsToCount, turnsToCount } from "#db/queries/numbers.ts";
import { currentSignOffs, type Review, statusOf } from "#domain/review.ts";
import { type Rating, ratingGiven, type Scale } from "#domain/scales.ts";
import type { Status } from "#domain/status.ts";
import { statusSince, TURNS } from "#server/numbers/status-since.ts";
import type { CaseRecord } from "#server/services/access.ts";
import { referenceOf, scaleRead } from "#server/services/claim-rows.ts";

/** One claim as the numbers need it. */
export type Counted = {
  id: string;
  reference: string;
  caseNumber: number;
  status: Status;
  /** Since when it has this status. */
  since: number;
  createdAt: number;
  assigneeId: string | null;
  /** Who is asked to review it and has not signed what it says now. */
  waitsFor: string[];
  rating: Rating | null;
  /** When enough people had signed it for the first time. */
  firstSignedAt: number | null;
};

type Gathered = {
  parents: Map<string, CaseRecord>;
  scales: Scale[];
  reviews: Map<string, Review[]>;
  requests: Map<string, { reviewerId: string }[]>;
  released: Map<string, string>;
  turns: Map<string | null, ReturnType<typeof turnsToCount>>;
};

/** All claims of these cases, in six statements whatever their number. */
export function countedClaims(db: Db, parents: readonly CaseRecord[]): Counted[] {
  const caseIds = parents.map((one) => one.id);
  const gathered: Gathered = {
    parents: new Map(parents.map((one) => [one.id, one])),
    scales: allScales(db),
    reviews: Map.groupBy(reviewsToCount(db, caseIds), (one) => one.claimId),
    requests: Map.groupBy(requestsToCount(db, caseIds), (one) => one.claimId),
    released: new Map(
      releasesToCount(db, caseIds)
        .reverse()
        .map((one) => [one.claimId, one.contentHash]),
    ),
    turns: Map.groupBy(turnsToCount(db, caseIds, [...TURNS]), (one) => one.claimId),
  };
  return claimsToCount(db, caseIds).flatMap((claim) => toCounted(claim, gathered));
}

function toCounted(claim: ReturnType<typeof claimsToCount>[number], gathered: Gathered): Counted[] {
  const { id, stage, contentHash, assigneeId, createdAt } = claim;
  const parent = gathered.parents.get(claim.caseId);
  if (!parent) return [];
  const reviews = gathered.reviews.get(id) ?? [];
  const turns = gathered.turns.get(id) ?? [];
  const releasedHash = gathered.released.get(id) ?? null;
  const status = statusOf({ stage, contentHash, quorum: parent.quorum, reviews, releasedHash });
  const given = { scaleId: claim.scaleId ?? "", ratingId: claim.ratingId ?? "" };
  return [
    {
      ...{ id, status, createdAt, assigneeId },
      reference: referenceOf(parent.number, claim.number),
      caseNumber: parent.number,
      since: statusSince(turns) ?? createdAt,
      waitsFor: status === "in_review" ? waitingReviewers(reviews, gathered.requests.get(id) ?? [], contentHash) : [],
      rating: ratingGiven(scaleRead(gathered.scales, parent, { status, scaleId: given.scaleId }), given),
      firstSignedAt: turns.find((one) => one.type === "review.signed_off" && one.complete)?.at ?? null,
    },
  ];
}

function waitingReviewers(reviews: Review[], requests: readonly { reviewerId: string }[], contentHash: string) {
  const signed = new Set(currentSignOffs(reviews, contentHash).map((one) => one.reviewerId));
  return requests.map((one) => one.reviewerId).filter((id) => !signed.has(id));
}
