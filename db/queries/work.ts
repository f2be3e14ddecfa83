import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { claims } from "#db/schema/claims.ts";
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
