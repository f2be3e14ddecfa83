import { and, desc, eq, max } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { releaseClaims, releases } from "#db/schema/releases.ts";

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

export const lastReleaseNumber = (db: Db, caseId: string) =>
  db
    .select({ last: max(releases.number) })
    .from(releases)
    .where(eq(releases.caseId, caseId))
    .get()?.last ?? 0;

/** The latest release that holds this claim, with the hash under which it does and who made it. */
export const latestReleaseOfClaim = (db: Db, claimId: string) =>
  db
    .select({ contentHash: releaseClaims.contentHash, number: releases.number, madeBy: releases.madeBy })
    .from(releaseClaims)
    .innerJoin(releases, eq(releases.id, releaseClaims.releaseId))
    .where(eq(releaseClaims.claimId, claimId))
    .orderBy(desc(releases.number))
    .limit(1)
    .get() ?? null;
