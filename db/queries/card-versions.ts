import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { cardVersions } from "#db/schema/collab.ts";

export type CardVersion = typeof cardVersions.$inferSelect;
type TakenOut = Pick<CardVersion, "memberId" | "seq" | "before">;

/** What one row of the log, written at `at` as `seq`, takes out of its card or brings back. */
export type DeletionMarks = { takenOut: TakenOut | null; back: readonly TakenOut[]; seq: number; at: number };

const ofClaim = compiled((db) =>
  db
    .select()
    .from(cardVersions)
    .where(eq(cardVersions.claimId, sql.placeholder("claimId")))
    .orderBy(desc(cardVersions.id))
    .prepare(),
);
/** Versions of a card, newest first. */
export const versionsOfClaim = (db: Db, claimId: string): CardVersion[] => ofClaim(db).all({ claimId });

export const versionOfClaim = (db: Db, claimId: string, id: number): CardVersion | null =>
  db
    .select()
    .from(cardVersions)
    .where(and(eq(cardVersions.claimId, claimId), eq(cardVersions.id, id)))
    .get() ?? null;

const missing = compiled((db) =>
  db
    .select()
    .from(cardVersions)
    .where(and(eq(cardVersions.claimId, sql.placeholder("claimId")), isNull(cardVersions.outcome)))
    .orderBy(asc(cardVersions.id))
    .prepare(),
);
/** Versions of which much is still missing and nobody has said that it should be, oldest first. */
export const missingVersions = (db: Db, claimId: string): CardVersion[] => missing(db).all({ claimId });

/** A deletion that goes on is the same one, unless somebody has decided about it. */
export function markDeletions(db: Db, claimId: string, { takenOut, back, seq, at }: DeletionMarks): void {
  if (takenOut)
    db.insert(cardVersions)
      .values({ claimId, ...takenOut, untilSeq: seq, at })
      .onConflictDoUpdate({
        target: [cardVersions.claimId, cardVersions.seq, cardVersions.memberId],
        set: { untilSeq: seq },
        setWhere: isNull(cardVersions.outcome),
      })
      .run();
  for (const one of back)
    db.update(cardVersions)
      .set({ outcome: "came_back", settledAt: at })
      .where(
        and(
          ...[eq(cardVersions.claimId, claimId), eq(cardVersions.seq, one.seq), isNull(cardVersions.outcome)],
          eq(cardVersions.memberId, one.memberId),
        ),
      )
      .run();
}

export const settleVersion = (
  db: Db,
  id: number,
  settled: Required<Pick<typeof cardVersions.$inferInsert, "outcome" | "settledBy" | "settledAt">>,
) => db.update(cardVersions).set(settled).where(eq(cardVersions.id, id)).run();
