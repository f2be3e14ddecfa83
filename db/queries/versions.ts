import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { updates } from "#db/schema/collab.ts";
import { versionNames } from "#db/schema/versions.ts";

const { placeholder } = sql;

export type VersionName = typeof versionNames.$inferSelect;

const entries = compiled((db) =>
  db
    .select({ seq: updates.seq, memberId: updates.memberId, at: updates.at })
    .from(updates)
    .where(and(eq(updates.claimId, placeholder("claimId")), lte(updates.seq, placeholder("until"))))
    .orderBy(asc(updates.seq))
    .prepare(),
);
/** Who wrote when, without the bytes, up to one row of the log. */
export const logEntries = (db: Db, claimId: string, until: number) => entries(db).all({ claimId, until });

const page = compiled((db) =>
  db
    .select({ seq: updates.seq, memberId: updates.memberId, at: updates.at, bytes: updates.bytes })
    .from(updates)
    .where(and(eq(updates.claimId, placeholder("claimId")), gt(updates.seq, placeholder("after"))))
    .orderBy(asc(updates.seq))
    .limit(placeholder("limit"))
    .prepare(),
);
/** Some rows of the log, in their order. */
export const logPage = (db: Db, claimId: string, after: number, limit: number) =>
  page(db).all({ claimId, after, limit });

export const namesOfClaim = (db: Db, claimId: string): VersionName[] =>
  db.select().from(versionNames).where(eq(versionNames.claimId, claimId)).orderBy(asc(versionNames.seq)).all();

/** Gives a name, or another one; who gave it first keeps it. */
export const nameVersion = (db: Db, row: VersionName) =>
  db
    .insert(versionNames)
    .values(row)
    .onConflictDoUpdate({ target: [versionNames.claimId, versionNames.seq], set: { name: row.name } })
    .run();

export const unnameVersion = (db: Db, claimId: string, seq: number) =>
  db
    .delete(versionNames)
    .where(and(eq(versionNames.claimId, claimId), eq(versionNames.seq, seq)))
    .run();
