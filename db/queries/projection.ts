import { and, eq, isNull, lt, max, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { cards, claims, figures, quotes, sources, verdicts } from "#db/schema/claims.ts";
import { quarantines, updates } from "#db/schema/collab.ts";
import type { Card } from "#domain/card.ts";

export type Projection = {
  claimId: string;
  caseId: string;
  projectedSeq: number;
  card: Card;
  contentHash: string;
  lastEditorId: string | null;
  lastEditedAt: number;
};

export const projectionOf = (db: Db, claimId: string): Projection | null =>
  db
    .select({
      claimId: cards.claimId,
      caseId: cards.caseId,
      projectedSeq: cards.projectedSeq,
      card: cards.card,
      contentHash: cards.contentHash,
      lastEditorId: cards.lastEditorId,
      lastEditedAt: cards.lastEditedAt,
    })
    .from(cards)
    .where(eq(cards.claimId, claimId))
    .get() ?? null;

/** Replaces what the tables show of one card. Call inside a transaction. */
export function writeProjection(db: Db, projection: Projection): void {
  const { claimId, card } = projection;
  const { statement, claimant, language } = card;
  const row = { ...projection, statement, claimant, language, sourceCount: card.sources.length };
  db.insert(cards).values(row).onConflictDoUpdate({ target: cards.claimId, set: row }).run();
  const verdict = { claimId, scaleId: card.scaleId, ratingId: card.ratingId, sentence: card.verdict };
  db.insert(verdicts).values(verdict).onConflictDoUpdate({ target: verdicts.claimId, set: verdict }).run();
  writeLists(db, claimId, card);
}

function writeLists(db: Db, claimId: string, card: Card): void {
  db.delete(sources).where(eq(sources.claimId, claimId)).run();
  db.delete(figures).where(eq(figures.claimId, claimId)).run();
  db.delete(quotes).where(eq(quotes.claimId, claimId)).run();
  for (const [position, one] of card.sources.entries())
    db.insert(sources)
      .values({ ...one, claimId, position })
      .run();
  for (const [position, one] of card.figures.entries())
    db.insert(figures)
      .values({ ...one, claimId, position })
      .run();
  for (const one of card.quotes)
    db.insert(quotes)
      .values({ ...one, claimId })
      .run();
}

/** Claims whose log is ahead of their tables, quarantined ones left out. */
export function laggingClaims(db: Db): string[] {
  const last = db
    .select({ claimId: updates.claimId, seq: max(updates.seq).as("last_seq") })
    .from(updates)
    .groupBy(updates.claimId)
    .as("last");
  return db
    .select({ id: claims.id })
    .from(claims)
    .innerJoin(last, eq(last.claimId, claims.id))
    .leftJoin(cards, eq(cards.claimId, claims.id))
    .leftJoin(quarantines, eq(quarantines.claimId, claims.id))
    .where(and(isNull(quarantines.claimId), or(isNull(cards.claimId), lt(cards.projectedSeq, sql`${last.seq}`))))
    .all()
    .map((row) => row.id);
}
