import { and, count, desc, eq, gte, lt, max, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
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

/** Lets references be checked when the transaction commits: the claims of a release are written before its head. */
export const deferReferences = (db: Db) => db.run(sql`pragma defer_foreign_keys = 1`);

export const insertRelease = (db: Db, row: typeof releases.$inferInsert) => db.insert(releases).values(row).run();

const insertClaim = compiled((db) =>
  db
    .insert(releaseClaims)
    .values({
      releaseId: sql.placeholder("releaseId"),
      claimId: sql.placeholder("claimId"),
      contentHash: sql.placeholder("contentHash"),
      position: sql.placeholder("position"),
      claim: sql.placeholder("claim"),
    })
    .prepare(),
);
export const insertReleaseClaim = (db: Db, row: typeof releaseClaims.$inferInsert) => insertClaim(db).run(row);

/** Every release of a case, newest first, with the number of its claims. */
export const releasesOf = (db: Db, caseId: string) =>
  db
    .select({
      number: releases.number,
      madeAt: releases.madeAt,
      madeBy: releases.madeBy,
      sha256: releases.sha256,
      claims: count(releaseClaims.claimId),
    })
    .from(releases)
    .leftJoin(releaseClaims, eq(releaseClaims.releaseId, releases.id))
    .where(eq(releases.caseId, caseId))
    .groupBy(releases.id)
    .orderBy(desc(releases.number))
    .all();

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

export const countOfRelease = (db: Db, releaseId: string) =>
  db.select({ claims: count() }).from(releaseClaims).where(eq(releaseClaims.releaseId, releaseId)).get()?.claims ?? 0;

const page = compiled((db) =>
  db
    .select({ claim: releaseClaims.claim })
    .from(releaseClaims)
    .where(
      and(
        eq(releaseClaims.releaseId, sql.placeholder("releaseId")),
        gte(releaseClaims.position, sql.placeholder("from")),
        lt(releaseClaims.position, sql.placeholder("before")),
      ),
    )
    .orderBy(releaseClaims.position)
    .prepare(),
);
/** The claims of a release at the places from `from` to before `before`, in order. */
export const pageOfRelease = (db: Db, releaseId: string, places: { from: number; before: number }) =>
  page(db)
    .all({ releaseId, ...places })
    .map((row) => row.claim);

/** One claim of a release, or null when the release does not hold it. */
export const claimOfRelease = (db: Db, releaseId: string, claimId: string) =>
  db
    .select({ claim: releaseClaims.claim })
    .from(releaseClaims)
    .where(and(eq(releaseClaims.releaseId, releaseId), eq(releaseClaims.claimId, claimId)))
    .get()?.claim ?? null;

/** The releases that hold this claim. */
export const releaseIdsOfClaim = (db: Db, claimId: string) =>
  db
    .select({ id: releaseClaims.releaseId })
    .from(releaseClaims)
    .where(eq(releaseClaims.claimId, claimId))
    .all()
    .map((row) => row.id);

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
