import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { cardVersions } from "#db/schema/collab.ts";

export type CardVersion = typeof cardVersions.$inferSelect;
type TakenOut = Pick<CardVersion, "memberId" | "seq" | "before">;

/** What one row of the log, written at `at` as `seq`, takes out of its card or brings back. */
export type DeletionMarks = { takenOut: TakenOut | null; back: readonly TakenOut[]; seq: number; at: number };

/** Versions of a card, newest first. */
export const versionsOfClaim = (db: Db, claimId: string): CardVersion[] =>
  db.select().from(cardVersions).where(eq(cardVersions.claimId, claimId)).orderBy(desc(cardVersions.id)).all();

export const versionOfClaim = (db: Db, claimId: string, id: number): CardVersion | null =>
  db
    .select()
    .from(cardVersions)
    .where(and(eq(cardVersions.claimId, claimId), eq(cardVersions.id, id)))
    .get() ?? null;

/** Versions of which much is still missing and nobody has said that it should be. */
export const missingVersions = (db: Db, claimId: string): CardVersion[] =>
  db
    .select()
    .from(cardVersions)
    .where(and(eq(cardVersions.claimId, claimId), isNull(cardVersions.outcome)))
    .all();

/** A deletion that goes on is the same one, unless somebody has decided about it. */
export function markDeletions(db: Db, claimId: string, { takenOut, back, seq, at }: DeletionMarks): void {
  if (takenOut)
    db.insert(cardVersions)
      .values({ claimId, ...takenOut, untilSeq: seq, at })
      .onConflictDoUpdate({
        target: [cardVersions.claimId, cardVersions.seq],
        set: { untilSeq: seq },
        setWhere: isNull(cardVersions.outcome),
      })
      .run();
  const seqs = back.map((one) => one.seq);
  const isBack = and(eq(cardVersions.claimId, claimId), inArray(cardVersions.seq, seqs), isNull(cardVersions.outcome));
  if (seqs.length > 0) db.update(cardVersions).set({ outcome: "came_back", settledAt: at }).where(isBack).run();
}

export const settleVersion = (
  db: Db,
  id: number,
  settled: Required<Pick<typeof cardVersions.$inferInsert, "outcome" | "settledBy" | "settledAt">>,
) => db.update(cardVersions).set(settled).where(eq(cardVersions.id, id)).run();
