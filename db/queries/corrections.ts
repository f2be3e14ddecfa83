import { asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { cases } from "#db/schema/cases.ts";
import { claims } from "#db/schema/claims.ts";
import { corrections, releasedSources, retractionConfirmations } from "#db/schema/corrections.ts";
import { releaseClaims } from "#db/schema/releases.ts";

/** Every correction of a case in the order in which they were recorded, with the number of its claim. */
export const correctionsOfCase = (db: Db, caseId: string) =>
  db
    .select({ ...getTableColumns(corrections), number: claims.number })
    .from(corrections)
    .innerJoin(claims, eq(claims.id, corrections.claimId))
    .where(eq(corrections.caseId, caseId))
    .orderBy(corrections.id)
    .all();

export type CorrectionRow = ReturnType<typeof correctionsOfCase>[number];

const ofClaim = compiled((db) =>
  db
    .select({ ...getTableColumns(corrections), number: claims.number })
    .from(corrections)
    .innerJoin(claims, eq(claims.id, corrections.claimId))
    .where(eq(corrections.claimId, sql.placeholder("claimId")))
    .orderBy(corrections.id)
    .prepare(),
);
export const correctionsOfClaim = (db: Db, claimId: string) => ofClaim(db).all({ claimId });

export const caseOfCorrection = (db: Db, id: number) =>
  db
    .select(getTableColumns(cases))
    .from(corrections)
    .innerJoin(cases, eq(cases.id, corrections.caseId))
    .where(eq(corrections.id, id))
    .get() ?? null;

/** The id of the row. */
export const insertCorrection = (db: Db, row: typeof corrections.$inferInsert): number =>
  db.insert(corrections).values(row).returning({ id: corrections.id }).get().id;

export const updateCorrection = (
  db: Db,
  id: number,
  set: Partial<Pick<CorrectionRow, "inForceAt" | "inForceAfter" | "takenBackAt" | "takenBackBy">>,
) => db.update(corrections).set(set).where(eq(corrections.id, id)).run();

export const insertConfirmation = (db: Db, row: typeof retractionConfirmations.$inferInsert) =>
  db.insert(retractionConfirmations).values(row).run();

/** Who confirmed the retractions of a case, first ones first. */
export const confirmationsOfCase = (db: Db, caseId: string) =>
  db
    .select(getTableColumns(retractionConfirmations))
    .from(retractionConfirmations)
    .innerJoin(corrections, eq(corrections.id, retractionConfirmations.correctionId))
    .where(eq(corrections.caseId, caseId))
    .orderBy(asc(retractionConfirmations.at))
    .all();

/** Remembers of each claim of a release under which addresses its sources, and their archived copies, left. */
export const noteReleasedSources = (db: Db, releaseId: string) =>
  db.run(sql`insert or ignore into ${releasedSources} (claim_id, url)
    select held.claim_id, place.value from ${releaseClaims} held, json_each(held.claim, '$.card.sources') source,
      json_each(json_array(source.value ->> 'url', source.value ->> 'archivedUrl')) place
    where held.release_id = ${releaseId} and place.value <> ''`);
