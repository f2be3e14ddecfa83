import { and, desc, eq, max } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { cards, claims, figures, verdicts } from "#db/schema/claims.ts";
import { updates } from "#db/schema/collab.ts";
import { releaseClaims, releases } from "#db/schema/releases.ts";
import { reviewRequests, reviews } from "#db/schema/reviews.ts";

export type ClaimRecord = typeof claims.$inferSelect;

export const claimById = (db: Db, id: string) => db.select().from(claims).where(eq(claims.id, id)).get() ?? null;

export const claimByNumber = (db: Db, caseId: string, number: number) =>
  db
    .select()
    .from(claims)
    .where(and(eq(claims.caseId, caseId), eq(claims.number, number)))
    .get() ?? null;

export const nextClaimNumber = (db: Db, caseId: string) =>
  (db
    .select({ last: max(claims.number) })
    .from(claims)
    .where(eq(claims.caseId, caseId))
    .get()?.last ?? 0) + 1;

export const insertClaim = (db: Db, row: typeof claims.$inferInsert) => db.insert(claims).values(row).run();

/** Returns 0 when another decision came between: the caller says what changed. */
export const updateClaim = (db: Db, id: string, version: number, set: Partial<typeof claims.$inferInsert>) =>
  db
    .update(claims)
    .set({ ...set, version: version + 1 })
    .where(and(eq(claims.id, id), eq(claims.version, version)))
    .run().changes;

/** Claims of a case with what lists show of their cards; card bodies stay out. */
export const summariesOfCase = (db: Db, caseId: string) =>
  db
    .select({
      claim: claims,
      statement: cards.statement,
      claimant: cards.claimant,
      language: cards.language,
      contentHash: cards.contentHash,
      lastEditorId: cards.lastEditorId,
      lastEditedAt: cards.lastEditedAt,
      sourceCount: cards.sourceCount,
      scaleId: verdicts.scaleId,
      ratingId: verdicts.ratingId,
      verdict: verdicts.sentence,
    })
    .from(claims)
    .innerJoin(cards, eq(cards.claimId, claims.id))
    .leftJoin(verdicts, eq(verdicts.claimId, claims.id))
    .where(eq(claims.caseId, caseId))
    .orderBy(claims.number)
    .all();

export type ClaimSummary = ReturnType<typeof summariesOfCase>[number];

export const cardOf = (db: Db, claimId: string) =>
  db.select().from(cards).where(eq(cards.claimId, claimId)).get() ?? null;

export const figuresOfCase = (db: Db, caseId: string) =>
  db
    .select({ figure: figures })
    .from(figures)
    .innerJoin(claims, eq(claims.id, figures.claimId))
    .where(eq(claims.caseId, caseId))
    .orderBy(figures.position)
    .all()
    .map((row) => row.figure);

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
export const reviewsOfCase = (db: Db, caseId: string) =>
  db
    .select(reviewFacts)
    .from(reviews)
    .innerJoin(claims, eq(claims.id, reviews.claimId))
    .where(eq(claims.caseId, caseId))
    .orderBy(reviews.at)
    .all();

export const reviewsOfClaim = (db: Db, claimId: string) =>
  db.select().from(reviews).where(eq(reviews.claimId, claimId)).orderBy(reviews.at).all();

export const reviewById = (db: Db, id: string) => db.select().from(reviews).where(eq(reviews.id, id)).get() ?? null;

export const insertReview = (db: Db, row: typeof reviews.$inferInsert) => db.insert(reviews).values(row).run();

export const updateReview = (db: Db, id: string, set: Partial<typeof reviews.$inferInsert>) =>
  db.update(reviews).set(set).where(eq(reviews.id, id)).run();

export const requestsOfCase = (db: Db, caseId: string) =>
  db
    .select({ claimId: reviewRequests.claimId, reviewerId: reviewRequests.reviewerId })
    .from(reviewRequests)
    .innerJoin(claims, eq(claims.id, reviewRequests.claimId))
    .where(eq(claims.caseId, caseId))
    .all();

export const requestsOfClaim = (db: Db, claimId: string) =>
  db.select().from(reviewRequests).where(eq(reviewRequests.claimId, claimId)).all();

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

/** For every claim of the case that was ever released: under which hash and number, latest first. */
export const releasedClaimsOf = (db: Db, caseId: string) =>
  db
    .select({ claimId: releaseClaims.claimId, contentHash: releaseClaims.contentHash, number: releases.number })
    .from(releaseClaims)
    .innerJoin(releases, eq(releases.id, releaseClaims.releaseId))
    .where(eq(releases.caseId, caseId))
    .orderBy(desc(releases.number))
    .all();

export const insertRelease = (db: Db, row: typeof releases.$inferInsert) => db.insert(releases).values(row).run();

export const insertReleaseClaim = (db: Db, row: typeof releaseClaims.$inferInsert) =>
  db.insert(releaseClaims).values(row).run();

export const releasesOf = (db: Db, caseId: string) =>
  db.select().from(releases).where(eq(releases.caseId, caseId)).orderBy(desc(releases.number)).all();

export const releaseByNumber = (db: Db, caseId: string, number: number) =>
  db
    .select()
    .from(releases)
    .where(and(eq(releases.caseId, caseId), eq(releases.number, number)))
    .get() ?? null;

/** Who edited when, without the bytes. */
export const editsOf = (db: Db, claimId: string) =>
  db
    .select({ memberId: updates.memberId, connectionId: updates.connectionId, at: updates.at })
    .from(updates)
    .where(eq(updates.claimId, claimId))
    .orderBy(updates.seq)
    .all();
