import { and, count, eq, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { claims } from "#db/schema/claims.ts";
import { conflictSetClaims, conflictSets } from "#db/schema/conflict-sets.ts";

const ofClaim = compiled((db) =>
  db
    .select({ id: conflictSets.id, name: conflictSets.name, by: conflictSetClaims.by })
    .from(conflictSetClaims)
    .innerJoin(conflictSets, eq(conflictSets.id, conflictSetClaims.setId))
    .where(eq(conflictSetClaims.claimId, sql.placeholder("claimId")))
    .prepare(),
);
/** The set that a claim is in, and who put it there. */
export const setOfClaim = (db: Db, claimId: string) => ofClaim(db).get({ claimId }) ?? null;

export const setByKey = (db: Db, caseId: string, key: string) =>
  db
    .select({ id: conflictSets.id, name: conflictSets.name })
    .from(conflictSets)
    .where(and(eq(conflictSets.caseId, caseId), eq(conflictSets.key, key)))
    .get() ?? null;

export const insertSet = (db: Db, row: typeof conflictSets.$inferInsert) => db.insert(conflictSets).values(row).run();

export const renameSet = (db: Db, id: string, name: string) =>
  db.update(conflictSets).set({ name }).where(eq(conflictSets.id, id)).run();

/** Puts a claim into a set, out of the one that it was in. */
export const putIntoSet = (db: Db, { claimId, ...row }: typeof conflictSetClaims.$inferInsert) =>
  db
    .insert(conflictSetClaims)
    .values({ claimId, ...row })
    .onConflictDoUpdate({ target: conflictSetClaims.claimId, set: row })
    .run();

export const takeOutOfSet = (db: Db, claimId: string) =>
  db.delete(conflictSetClaims).where(eq(conflictSetClaims.claimId, claimId)).run();

export const claimsInSet = (db: Db, setId: string) =>
  db.select({ claims: count() }).from(conflictSetClaims).where(eq(conflictSetClaims.setId, setId)).get()?.claims ?? 0;

/** The claims of a set that still stand, by id. */
export const standingInSet = (db: Db, setId: string) =>
  db
    .select({ id: claims.id })
    .from(conflictSetClaims)
    .innerJoin(claims, eq(claims.id, conflictSetClaims.claimId))
    .where(and(eq(conflictSetClaims.setId, setId), ne(claims.stage, "dropped")))
    .all()
    .map((one) => one.id);

const names = compiled((db) =>
  db
    .selectDistinct({ name: conflictSets.name })
    .from(conflictSets)
    .innerJoin(conflictSetClaims, eq(conflictSetClaims.setId, conflictSets.id))
    .where(eq(conflictSets.caseId, sql.placeholder("caseId")))
    .orderBy(conflictSets.name)
    .limit(200)
    .prepare(),
);
/** The names of the sets of a case that have a claim, as many as are offered. */
export const setNamesOfCase = (db: Db, caseId: string) =>
  names(db)
    .all({ caseId })
    .map((one) => one.name);
