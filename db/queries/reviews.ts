import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { aboutClaims } from "#db/queries/claims.ts";
import { compiled } from "#db/queries/compiled.ts";
import { claims } from "#db/schema/claims.ts";
import { reviewRequests, reviews } from "#db/schema/reviews.ts";

const reviewFacts = {
  id: reviews.id,
  claimId: reviews.claimId,
  reviewerId: reviews.reviewerId,
  decision: reviews.decision,
  contentHash: reviews.contentHash,
  lastEditorId: reviews.lastEditorId,
  note: reviews.note,
  at: reviews.at,
  withdrawnAt: reviews.withdrawnAt,
  supersededAt: reviews.supersededAt,
  clearedAt: reviews.clearedAt,
};

/** Reviews of a case without the frozen cards. */
export const reviewsOfCase = aboutClaims((db, which) =>
  db
    .select(reviewFacts)
    .from(reviews)
    .innerJoin(claims, eq(claims.id, reviews.claimId))
    .where(which)
    .orderBy(reviews.at)
    .prepare(),
);

const ofClaim = compiled((db) =>
  db
    .select()
    .from(reviews)
    .where(eq(reviews.claimId, sql.placeholder("claimId")))
    .orderBy(reviews.at)
    .prepare(),
);
export const reviewsOfClaim = (db: Db, claimId: string) => ofClaim(db).all({ claimId });

export const requestsOfCase = aboutClaims((db, which) =>
  db
    .select({ claimId: reviewRequests.claimId, reviewerId: reviewRequests.reviewerId })
    .from(reviewRequests)
    .innerJoin(claims, eq(claims.id, reviewRequests.claimId))
    .where(which)
    .prepare(),
);

const requests = compiled((db) =>
  db
    .select()
    .from(reviewRequests)
    .where(eq(reviewRequests.claimId, sql.placeholder("claimId")))
    .prepare(),
);
export const requestsOfClaim = (db: Db, claimId: string) => requests(db).all({ claimId });

export const reviewById = (db: Db, id: string) => db.select().from(reviews).where(eq(reviews.id, id)).get() ?? null;

export const insertReview = (db: Db, row: typeof reviews.$inferInsert) => db.insert(reviews).values(row).run();

export const updateReview = (db: Db, id: string, set: Partial<typeof reviews.$inferInsert>) =>
  db.update(reviews).set(set).where(eq(reviews.id, id)).run();

export function setRequests(
  db: Db,
  claimId: string,
  reviewerIds: readonly string[],
  requestedBy: string,
  at: number,
): void {
  db.delete(reviewRequests).where(eq(reviewRequests.claimId, claimId)).run();
  for (const reviewerId of new Set(reviewerIds))
    db.insert(reviewRequests).values({ claimId, reviewerId, requestedBy, at }).run();
}
