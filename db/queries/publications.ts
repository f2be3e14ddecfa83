import { and, count, desc, eq, isNull, max, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { cases } from "#db/schema/cases.ts";
import { claims } from "#db/schema/claims.ts";
import { publications, publicPages } from "#db/schema/publications.ts";
import { releaseClaims, releases } from "#db/schema/releases.ts";
import { withheldClaims } from "#db/schema/withheld-claims.ts";

export const readPublicPages = (db: Db) => db.select().from(publicPages).get() ?? null;

export const writePublicPages = (db: Db, row: Omit<typeof publicPages.$inferInsert, "id">) =>
  db
    .insert(publicPages)
    .values({ id: 1, ...row })
    .onConflictDoUpdate({ target: publicPages.id, set: row })
    .run();

export const publicationOf = (db: Db, releaseId: string) =>
  db.select().from(publications).where(eq(publications.releaseId, releaseId)).get() ?? null;

export const putPublication = (db: Db, row: typeof publications.$inferInsert) =>
  db.insert(publications).values(row).onConflictDoUpdate({ target: publications.releaseId, set: row }).run();

export const withdrawPublication = (
  db: Db,
  { releaseId, at, by, reason }: { releaseId: string; at: number; by: string; reason: string },
) =>
  db
    .update(publications)
    .set({ withdrawnAt: at, withdrawnBy: by, withdrawnReason: reason })
    .where(eq(publications.releaseId, releaseId))
    .run();

/** Of a case that was restricted since, only what somebody confirmed for a restricted one. */
const isForEverybody = () => or(eq(cases.restricted, false), eq(publications.despiteRestricted, true));
const isPublic = () => and(isNull(publications.withdrawnAt), isForEverybody());

/** The releases of a case that are or were public, newest first. */
export const publicationsOfCase = (db: Db, caseNumber: number) =>
  db
    .select({
      ...{ id: releases.id, caseId: releases.caseId, number: releases.number, head: releases.head },
      ...{ sha256: releases.sha256, withdrawnAt: publications.withdrawnAt },
    })
    .from(publications)
    .innerJoin(releases, eq(releases.id, publications.releaseId))
    .innerJoin(cases, eq(cases.id, releases.caseId))
    .where(and(eq(cases.number, caseNumber), isForEverybody()))
    .orderBy(desc(releases.number))
    .all();

/** The public releases, the last published first, under the title that the release carries. */
export const publishedReleases = (db: Db, limit: number) =>
  db
    .select({
      ...{ caseNumber: cases.number, number: releases.number, sha256: releases.sha256 },
      title: sql<string>`json_extract(${releases.head}, '$.case.title')`,
      publishedAt: publications.publishedAt,
      claims: count(releaseClaims.claimId),
    })
    .from(publications)
    .innerJoin(releases, eq(releases.id, publications.releaseId))
    .innerJoin(cases, eq(cases.id, releases.caseId))
    .leftJoin(releaseClaims, eq(releaseClaims.releaseId, releases.id))
    .where(isPublic())
    .groupBy(releases.id)
    .orderBy(desc(publications.publishedAt), desc(releases.number))
    .limit(limit)
    .all();

/** Every claim that stands in a public release and is not withheld, with the time of the last release that holds it. */
export const publishedClaims = (db: Db, limit: number) =>
  db
    .select({ caseNumber: cases.number, claimNumber: claims.number, madeAt: max(releases.madeAt) })
    .from(publications)
    .innerJoin(releases, eq(releases.id, publications.releaseId))
    .innerJoin(cases, eq(cases.id, releases.caseId))
    .innerJoin(releaseClaims, eq(releaseClaims.releaseId, releases.id))
    .innerJoin(claims, eq(claims.id, releaseClaims.claimId))
    .leftJoin(withheldClaims, eq(withheldClaims.claimId, claims.id))
    .where(and(isPublic(), isNull(withheldClaims.claimId)))
    .groupBy(claims.id)
    .orderBy(desc(cases.number), claims.number)
    .limit(limit)
    .all();
