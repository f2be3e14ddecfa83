import { and, eq, isNull, lt, max, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { cards, claims, figures, quotes, sources, verdicts } from "#db/schema/claims.ts";
import { quarantines, updates } from "#db/schema/collab.ts";
import { labels } from "#db/schema/labels.ts";
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

const projection = compiled((db) =>
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
    .where(eq(cards.claimId, sql.placeholder("claimId")))
    .prepare(),
);
export const projectionOf = (db: Db, claimId: string): Projection | null => projection(db).get({ claimId }) ?? null;

const projectedSeq = compiled((db) =>
  db
    .select({ seq: cards.projectedSeq })
    .from(cards)
    .where(eq(cards.claimId, sql.placeholder("claimId")))
    .prepare(),
);
/** The last row of the log that the tables show; 0 when they do not show the card. */
export const projectedSeqOf = (db: Db, claimId: string) => projectedSeq(db).get({ claimId })?.seq ?? 0;

const CARD_COLUMNS = [
  ...(["claimId", "caseId", "projectedSeq", "statement", "claimant", "language", "card"] as const),
  ...(["contentHash", "lastEditorId", "lastEditedAt", "sourceCount"] as const),
] as const;
const VERDICT_COLUMNS = ["claimId", "scaleId", "ratingId", "sentence"] as const;

/** A row whose values are named now and given later. Drizzle takes a placeholder for any value, but types it for few. */
const places = <Row>(names: readonly (keyof Row & string)[]): Row =>
  Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Row;

/** How the tables follow cards while people type, compiled once. It runs inside whatever transaction is open. */
export function prepareProjections(db: Db) {
  const read = db
    .select()
    .from(cards)
    .where(eq(cards.claimId, sql.placeholder("claimId")))
    .prepare();
  const card = places<typeof cards.$inferInsert>(CARD_COLUMNS);
  const verdict = places<typeof verdicts.$inferInsert>(VERDICT_COLUMNS);
  const writeCard = db.insert(cards).values(card).onConflictDoUpdate({ target: cards.claimId, set: card }).prepare();
  const writeVerdict = db
    .insert(verdicts)
    .values(verdict)
    .onConflictDoUpdate({ target: verdicts.claimId, set: verdict })
    .prepare();

  return {
    of: (claimId: string): Projection | null => read.get({ claimId }) ?? null,

    /** Replaces what the tables show of one card; `before` is what they show now. Call inside a transaction. */
    write(projection: Projection, before: Projection | null): void {
      const { claimId, caseId, card } = projection;
      const { statement, claimant, language, scaleId, ratingId, verdict: sentence } = card;
      writeCard.run({ ...projection, statement, claimant, language, sourceCount: card.sources.length });
      writeVerdict.run({ claimId, scaleId, ratingId, sentence });
      for (const list of LISTS)
        if (!before || !isSame(before.card[list], card[list])) rewrite[list](db, { claimId, caseId }, card);
    },
  };
}

export type Projections = ReturnType<typeof prepareProjections>;

const LISTS = ["sources", "figures", "quotes", "labels"] as const;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

type Whose = { claimId: string; caseId: string };

const rewrite: Record<(typeof LISTS)[number], (db: Db, whose: Whose, card: Card) => void> = {
  sources(db, { claimId }, card) {
    db.delete(sources).where(eq(sources.claimId, claimId)).run();
    const rows = card.sources.map((one, position) => ({ ...one, claimId, position }));
    if (rows.length > 0) db.insert(sources).values(rows).run();
  },
  figures(db, { claimId }, card) {
    db.delete(figures).where(eq(figures.claimId, claimId)).run();
    const rows = card.figures.map((one, position) => ({ ...one, claimId, position }));
    if (rows.length > 0) db.insert(figures).values(rows).run();
  },
  quotes(db, { claimId }, card) {
    db.delete(quotes).where(eq(quotes.claimId, claimId)).run();
    const rows = card.quotes.map((one) => ({ ...one, claimId }));
    if (rows.length > 0) db.insert(quotes).values(rows).run();
  },
  labels(db, whose, card) {
    db.delete(labels).where(eq(labels.claimId, whose.claimId)).run();
    const rows = card.labels.map((label, position) => ({ ...whose, label, position }));
    if (rows.length > 0) db.insert(labels).values(rows).run();
  },
};

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
