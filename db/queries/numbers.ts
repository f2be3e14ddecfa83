import { and, desc, eq, inArray, isNotNull, max, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { cards, claims, quotes, verdicts } from "#db/schema/claims.ts";
import { updates } from "#db/schema/collab.ts";
import { dismissals, documents, documentVersions, sentences } from "#db/schema/documents.ts";
import { releaseClaims, releases } from "#db/schema/releases.ts";
import { reviewRequests, reviews } from "#db/schema/reviews.ts";

type CaseIds = string[];

/** Every claim of these cases with what is counted of it, no words of any card. */
export const claimsToCount = (db: Db, caseIds: CaseIds) =>
  db
    .select({
      id: claims.id,
      caseId: claims.caseId,
      number: claims.number,
      stage: claims.stage,
      dropReason: claims.dropReason,
      assigneeId: claims.assigneeId,
      createdAt: claims.createdAt,
      contentHash: cards.contentHash,
      scaleId: verdicts.scaleId,
      ratingId: verdicts.ratingId,
    })
    .from(claims)
    .innerJoin(cards, eq(cards.claimId, claims.id))
    .leftJoin(verdicts, eq(verdicts.claimId, claims.id))
    .where(inArray(claims.caseId, caseIds))
    .all();

/** The reviews of these cases without their notes and frozen cards. */
export const reviewsToCount = (db: Db, caseIds: CaseIds) =>
  db
    .select({
      id: reviews.id,
      claimId: reviews.claimId,
      reviewerId: reviews.reviewerId,
      decision: reviews.decision,
      contentHash: reviews.contentHash,
      lastEditorId: reviews.lastEditorId,
      at: reviews.at,
      withdrawnAt: reviews.withdrawnAt,
      supersededAt: reviews.supersededAt,
      clearedAt: reviews.clearedAt,
    })
    .from(reviews)
    .innerJoin(claims, eq(claims.id, reviews.claimId))
    .where(inArray(claims.caseId, caseIds))
    .orderBy(reviews.at)
    .all();

export const requestsToCount = (db: Db, caseIds: CaseIds) =>
  db
    .select({ claimId: reviewRequests.claimId, reviewerId: reviewRequests.reviewerId })
    .from(reviewRequests)
    .innerJoin(claims, eq(claims.id, reviewRequests.claimId))
    .where(inArray(claims.caseId, caseIds))
    .all();

/** Under which hash each claim of these cases was released, latest first. */
export const releasesToCount = (db: Db, caseIds: CaseIds) =>
  db
    .select({ claimId: releaseClaims.claimId, contentHash: releaseClaims.contentHash })
    .from(releaseClaims)
    .innerJoin(releases, eq(releases.id, releaseClaims.releaseId))
    .where(inArray(releases.caseId, caseIds))
    .orderBy(desc(releases.number))
    .all();

/** What can change the status of a claim, oldest first: `to` of a move, who was given a claim, whether a sign-off was the one that completes. */
export const turnsToCount = (db: Db, caseIds: CaseIds, types: string[]) =>
  db
    .select({
      claimId: auditEvents.claimId,
      type: auditEvents.type,
      at: auditEvents.at,
      to: sql<string | null>`json_extract(${auditEvents.body}, '$.to')`,
      assigneeId: sql<string | null>`json_extract(${auditEvents.body}, '$.assigneeId')`,
      complete: sql<number | null>`json_extract(${auditEvents.body}, '$.complete')`,
    })
    .from(auditEvents)
    .where(and(inArray(auditEvents.caseId, caseIds), inArray(auditEvents.type, types), isNotNull(auditEvents.claimId)))
    .orderBy(auditEvents.seq)
    .all();

const firstEdit = compiled((db) =>
  db
    .select({ at: updates.at })
    .from(updates)
    .where(and(eq(updates.claimId, sql.placeholder("claimId")), isNotNull(updates.memberId)))
    .orderBy(updates.seq)
    .limit(1)
    .prepare(),
);
/** When a member first edited the card; null while only the server has written it. */
export const firstEditOf = (db: Db, claimId: string) => firstEdit(db).get({ claimId })?.at ?? null;

/** The latest version of every document of these cases. */
export const latestVersions = (db: Db, caseIds: CaseIds) =>
  db
    .select({ id: documentVersions.id, caseId: documents.caseId, number: max(documentVersions.number) })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(inArray(documents.caseId, caseIds))
    .groupBy(documents.id)
    .all();

/** Where the sentences of a version stand, in order, and which are dismissed. */
export const sentencesToCount = (db: Db, versionId: string) =>
  db
    .select({ start: sentences.start, end: sentences.end, dismissed: isNotNull(dismissals.versionId).mapWith(Boolean) })
    .from(sentences)
    .leftJoin(dismissals, and(eq(dismissals.versionId, sentences.versionId), eq(dismissals.ordinal, sentences.ordinal)))
    .where(eq(sentences.versionId, versionId))
    .orderBy(sentences.start)
    .all();

/** The quotes in a version by the claims of a case, in order. */
export const quotesToCount = (db: Db, caseId: string, versionId: string) =>
  db
    .select({ quote: quotes, dropReason: claims.dropReason })
    .from(quotes)
    .innerJoin(claims, eq(claims.id, quotes.claimId))
    .where(and(eq(quotes.versionId, versionId), eq(claims.caseId, caseId)))
    .orderBy(quotes.start)
    .all();
