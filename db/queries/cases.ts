import { and, desc, eq, max, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { caseMembers, cases, caseVisits, scales } from "#db/schema/cases.ts";
import type { Scale } from "#domain/scales.ts";

const byNumber = compiled((db) =>
  db
    .select()
    .from(cases)
    .where(eq(cases.number, sql.placeholder("number")))
    .prepare(),
);
export const caseByNumber = (db: Db, number: number) => byNumber(db).get({ number }) ?? null;

const byId = compiled((db) =>
  db
    .select()
    .from(cases)
    .where(eq(cases.id, sql.placeholder("id")))
    .prepare(),
);
export const caseById = (db: Db, id: string) => byId(db).get({ id }) ?? null;

export const allCases = (db: Db) => db.select().from(cases).orderBy(desc(cases.number)).all();

export const nextCaseNumber = (db: Db) =>
  (db
    .select({ last: max(cases.number) })
    .from(cases)
    .get()?.last ?? 0) + 1;

export const insertCase = (db: Db, row: typeof cases.$inferInsert) => db.insert(cases).values(row).run();

/** Returns 0 when somebody changed the case since `version`. */
export const updateCase = (db: Db, id: string, version: number, set: Partial<typeof cases.$inferInsert>) =>
  db
    .update(cases)
    .set({ ...set, version: version + 1 })
    .where(and(eq(cases.id, id), eq(cases.version, version)))
    .run().changes;

const membersOf = compiled((db) =>
  db
    .select({ id: caseMembers.memberId })
    .from(caseMembers)
    .where(eq(caseMembers.caseId, sql.placeholder("caseId")))
    .prepare(),
);
export const memberIdsOfCase = (db: Db, caseId: string) =>
  membersOf(db)
    .all({ caseId })
    .map((row) => row.id);

export function setCaseMembers(db: Db, caseId: string, memberIds: readonly string[]): void {
  db.delete(caseMembers).where(eq(caseMembers.caseId, caseId)).run();
  for (const memberId of new Set(memberIds)) db.insert(caseMembers).values({ caseId, memberId }).run();
}

export const recordVisit = (db: Db, memberId: string, caseId: string, at: number) =>
  db
    .insert(caseVisits)
    .values({ memberId, caseId, at })
    .onConflictDoUpdate({ target: [caseVisits.memberId, caseVisits.caseId], set: { at } })
    .run();

export const visitsOf = (db: Db, memberId: string) =>
  db.select().from(caseVisits).where(eq(caseVisits.memberId, memberId)).all();

const everyScale = compiled((db) => db.select().from(scales).prepare());
export const allScales = (db: Db): Scale[] => everyScale(db).all();

export const scaleById = (db: Db, id: string | null): Scale | null =>
  id === null ? null : (db.select().from(scales).where(eq(scales.id, id)).get() ?? null);

export const insertScale = (db: Db, scale: Scale) => db.insert(scales).values(scale).onConflictDoNothing().run();
