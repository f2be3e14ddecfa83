import { eq, getTableColumns } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { claims } from "#db/schema/claims.ts";
import { withheldClaims } from "#db/schema/withheld-claims.ts";

/** The claims of a case that the public pages do not show, by number. */
export const withheldOfCase = (db: Db, caseId: string) =>
  db
    .select({ ...getTableColumns(withheldClaims), number: claims.number })
    .from(withheldClaims)
    .innerJoin(claims, eq(claims.id, withheldClaims.claimId))
    .where(eq(withheldClaims.caseId, caseId))
    .orderBy(claims.number)
    .all();

export const withheldClaimOf = (db: Db, claimId: string) =>
  db.select().from(withheldClaims).where(eq(withheldClaims.claimId, claimId)).get() ?? null;

export const insertWithheldClaim = (db: Db, row: typeof withheldClaims.$inferInsert) =>
  db.insert(withheldClaims).values(row).run();

export const deleteWithheldClaim = (db: Db, claimId: string) =>
  db.delete(withheldClaims).where(eq(withheldClaims.claimId, claimId)).run();
