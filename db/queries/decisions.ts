import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { idempotencyKeys } from "#db/schema/people.ts";

export const resultOf = (db: Db, memberId: string, key: string) =>
  db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.memberId, memberId), eq(idempotencyKeys.key, key)))
    .get() ?? null;

export const keepResult = (db: Db, row: typeof idempotencyKeys.$inferInsert) =>
  db.insert(idempotencyKeys).values(row).run();

const ofClaim = compiled((db) =>
  db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.claimId, sql.placeholder("claimId")))
    .orderBy(auditEvents.seq)
    .prepare(),
);
export const eventsOfClaim = (db: Db, claimId: string) => ofClaim(db).all({ claimId });

export const lastEventOfCase = (db: Db, caseId: string, type: string) =>
  db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.caseId, caseId), eq(auditEvents.type, type)))
    .orderBy(desc(auditEvents.seq))
    .limit(1)
    .get() ?? null;

export const eventsOfCaseByType = (db: Db, caseId: string, type: string) =>
  db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.caseId, caseId), eq(auditEvents.type, type)))
    .all();

/** Newest first; `before` is a sequence number. */
export const eventsOfCase = (db: Db, caseId: string, before: number, limit: number) =>
  db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.caseId, caseId), lt(auditEvents.seq, before)))
    .orderBy(desc(auditEvents.seq))
    .limit(limit)
    .all();
