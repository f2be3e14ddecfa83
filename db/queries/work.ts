import { and, eq, exists, isNull, ne, not } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { cards, claims } from "#db/schema/claims.ts";
import { reviewRequests, reviews } from "#db/schema/reviews.ts";

const place = { claimId: claims.id, caseId: claims.caseId };

/** The claims that a member is given, is asked to review, or has decided on. */
export const claimsAround = (db: Db, memberId: string) =>
  db
    .select(place)
    .from(claims)
    .where(eq(claims.assigneeId, memberId))
    .union(
      db
        .select(place)
        .from(reviewRequests)
        .innerJoin(claims, eq(claims.id, reviewRequests.claimId))
        .where(eq(reviewRequests.reviewerId, memberId)),
    )
    .union(
      db
        .select(place)
        .from(reviews)
        .innerJoin(claims, eq(claims.id, reviews.claimId))
        .where(eq(reviews.reviewerId, memberId)),
    )
    .all();

const isStandingSignOff = and(
  eq(reviews.decision, "sign_off"),
  isNull(reviews.withdrawnAt),
  isNull(reviews.supersededAt),
);

/** Those of them on which a member may have to decide: asked, and not signed as they are today; or signed as they were. */
export const claimsToDecide = (db: Db, memberId: string) => {
  const signed = and(eq(reviews.claimId, claims.id), eq(reviews.reviewerId, memberId), isStandingSignOff);
  return db
    .select(place)
    .from(reviewRequests)
    .innerJoin(claims, eq(claims.id, reviewRequests.claimId))
    .innerJoin(cards, eq(cards.claimId, claims.id))
    .where(
      and(
        eq(reviewRequests.reviewerId, memberId),
        not(
          exists(
            db
              .select({ id: reviews.id })
              .from(reviews)
              .where(and(signed, eq(reviews.contentHash, cards.contentHash))),
          ),
        ),
      ),
    )
    .union(
      db
        .select(place)
        .from(reviews)
        .innerJoin(claims, eq(claims.id, reviews.claimId))
        .innerJoin(cards, eq(cards.claimId, claims.id))
        .where(and(eq(reviews.reviewerId, memberId), isStandingSignOff, ne(reviews.contentHash, cards.contentHash))),
    )
    .all();
};
