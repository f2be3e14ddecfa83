import { and, count, desc, eq, gte, lt, max, notInArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { releaseClaims, releases } from "#db/schema/releases.ts";

type Places = { from: number; before: number };

const released = (db: Db, some?: SQL) =>
  db
    .select({ claimId: releaseClaims.claimId, contentHash: releaseClaims.contentHash, number: releases.number })
    .from(releaseClaims)
    .innerJoin(releases, eq(releases.id, releaseClaims.releaseId))
    .where(and(eq(releases.caseId, sql.placeholder("caseId")), some))
    .orderBy(desc(releases.number))
    .prepare();
const releasedEver = compiled((db) => released(db));
const releasedAmong = compiled((db) =>
  released(db, sql`${releaseClaims.claimId} in (select value from json_each(${sql.placeholder("only")}))`),
);
/** For every claim of the case that was ever released, or only those with these ids: under which hash and number, latest first. */
export const releasedClaimsOf = (db: Db, caseId: string, only?: readonly string[]) =>
  only ? releasedAmong(db).all({ caseId, only: JSON.stringify(only) }) : releasedEver(db).all({ caseId });

export const insertRelease = (db: Db, row: typeof releases.$inferInsert) => db.insert(releases).values(row).run();

/** Writes a claim of a release that is not there yet; triggers refuse it for one that is. */
export const putReleaseClaim = (db: Db, row: typeof releaseClaims.$inferInsert) =>
  db
    .insert(releaseClaims)
    .values(row)
    .onConflictDoUpdate({ target: [releaseClaims.releaseId, releaseClaims.claimId], set: row })
    .run();

/** Takes claims of a release that never came to be out again, from a place to before another. */
export const deleteDraft = (db: Db, releaseId: string, { from, before }: Places) =>
  db
    .delete(releaseClaims)
    .where(
      and(
        eq(releaseClaims.releaseId, releaseId),
        gte(releaseClaims.position, from),
        lt(releaseClaims.position, before),
      ),
    )
    .run();

/** The same for all that were left behind. */
export const deleteLeftDrafts = (db: Db) =>
  db
    .delete(releaseClaims)
    .where(notInArray(releaseClaims.releaseId, db.select({ id: releases.id }).from(releases)))
    .run();

/** Every release of a case, newest first, with the number of its claims. */
export const releasesOf = (db: Db, caseId: string) =>
  db
    .select({
      number: releases.number,
      madeAt: releases.madeAt,
      madeBy: releases.madeBy,
      /** Under which name the release itself says who made it. */
      byline: sql<string>`${releases.head} ->> '$.release.madeBy'`,
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
export const pageOfRelease = (db: Db, releaseId: string, places: Places) =>
  page(db)
    .all({ releaseId, ...places })
    .map((row) => row.claim);

/** The place of a claim in a release, from 0; null when the release does not hold it. */
export const placeInRelease = (db: Db, releaseId: string, claimId: string) =>
  db
    .select({ position: releaseClaims.position })
    .from(releaseClaims)
    .where(and(eq(releaseClaims.releaseId, releaseId), eq(releaseClaims.claimId, claimId)))
    .get()?.position ?? null;

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

const latest = compiled((db) =>
  db
    .select({ contentHash: releaseClaims.contentHash, number: releases.number, madeBy: releases.madeBy })
    .from(releaseClaims)
    .innerJoin(releases, eq(releases.id, releaseClaims.releaseId))
    .where(eq(releaseClaims.claimId, sql.placeholder("claimId")))
    .orderBy(desc(releases.number))
    .limit(1)
    .prepare(),
);
/** The latest release that holds this claim, with the hash under which it does and who made it. */
export const latestReleaseOfClaim = (db: Db, claimId: string) => latest(db).get({ claimId }) ?? null;
