import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { claims } from "#db/schema/claims.ts";
import { merges } from "#db/schema/merges.ts";

export const insertMerge = (db: Db, row: typeof merges.$inferInsert) => db.insert(merges).values(row).run();

const ofClaim = compiled((db) =>
  db
    .select({ intoId: merges.intoId, by: merges.by, at: merges.at })
    .from(merges)
    .innerJoin(claims, and(eq(claims.id, merges.claimId), eq(claims.duplicateOf, merges.intoId)))
    .where(and(eq(merges.claimId, sql.placeholder("claimId")), eq(claims.stage, "dropped")))
    .orderBy(desc(merges.id))
    .limit(1)
    .prepare(),
);
/** The merge that holds for this claim: it is still dropped as a duplicate of the one it went into. */
export const mergeOf = (db: Db, claimId: string) => ofClaim(db).get({ claimId }) ?? null;

const ofTarget = compiled((db) =>
  db
    .selectDistinct({ id: claims.id, number: claims.number })
    .from(merges)
    .innerJoin(claims, and(eq(claims.id, merges.claimId), eq(claims.duplicateOf, merges.intoId)))
    .where(and(eq(merges.intoId, sql.placeholder("intoId")), eq(claims.stage, "dropped")))
    .orderBy(claims.number)
    .prepare(),
);
/** The claims that are merged into this one at the moment, by number. What hangs on them is shown with this one. */
export const mergedInto = (db: Db, intoId: string) => ofTarget(db).all({ intoId });
