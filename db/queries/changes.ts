import { and, eq, gt, max } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { claims } from "#db/schema/claims.ts";
import { updates } from "#db/schema/collab.ts";

/** The number of the last edit of any card; 0 before the first. */
export const lastEdit = (db: Db) =>
  db
    .select({ last: max(updates.seq) })
    .from(updates)
    .get()?.last ?? 0;

/** The claims of a case that were edited after an edit. */
export const editedAfter = (db: Db, caseId: string, seq: number) =>
  db
    .selectDistinct({ claimId: updates.claimId })
    .from(updates)
    .innerJoin(claims, eq(claims.id, updates.claimId))
    .where(and(gt(updates.seq, seq), eq(claims.caseId, caseId)))
    .all();

/** What was put on the record about a case after an event, without what the events say. */
export const recordedAfter = (db: Db, caseId: string, seq: number) =>
  db
    .select({ type: auditEvents.type, claimId: auditEvents.claimId })
    .from(auditEvents)
    .where(and(gt(auditEvents.seq, seq), eq(auditEvents.caseId, caseId)))
    .all();
