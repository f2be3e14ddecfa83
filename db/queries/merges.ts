import { and, desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { claims } from "#db/schema/claims.ts";
import { merges } from "#db/schema/merges.ts";

export const insertMerge = (db: Db, row: typeof merges.$inferInsert) => db.insert(merges).values(row).run();

/** The merge that holds for this claim: it is still dropped as a duplicate of the one it went into. */
export const mergeOf = (db: Db, claimId: string) =>
  db
    .select({ intoId: merges.intoId, by: merges.by, at: merges.at })
    .from(merges)
    .innerJoin(claims, and(eq(claims.id, merges.claimId), eq(claims.duplicateOf, merges.intoId)))
    .where(and(eq(merges.claimId, claimId), eq(claims.stage, "dropped")))
    .orderBy(desc(merges.id))
    .limit(1)
    .get() ?? null;

/** The claims that are merged into this one at the moment, by number. What hangs on them is shown with this one. */
export const mergedInto = (db: Db, intoId: string) =>
  db
    .selectDistinct({ id: claims.id, number: claims.number })
    .from(merges)
    .innerJoin(claims, and(eq(claims.id, merges.claimId), eq(claims.duplicateOf, merges.intoId)))
    .where(and(eq(merges.intoId, intoId), eq(claims.stage, "dropped")))
    .orderBy(claims.number)
    .all();
