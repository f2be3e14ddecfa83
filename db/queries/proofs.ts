import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { auditCheckpoints, auditTiles, bundleSeals, signingKeys } from "#db/schema/proofs.ts";

/** Newest first. */
export const allKeys = (db: Db) => db.select().from(signingKeys).orderBy(desc(signingKeys.id)).all();

export const keyByLine = (db: Db, line: string) =>
  db.select().from(signingKeys).where(eq(signingKeys.line, line)).get() ?? null;

export const insertKey = (db: Db, row: typeof signingKeys.$inferInsert) => db.insert(signingKeys).values(row).run();

/** Retires every key that still signs. */
export const retireKeys = (db: Db, at: number) =>
  db.update(signingKeys).set({ retiredAt: at }).where(isNull(signingKeys.retiredAt)).run();

export const insertCheckpoint = (db: Db, row: typeof auditCheckpoints.$inferInsert) =>
  db.insert(auditCheckpoints).values(row).run();

/** From the shortest record on. */
export const allCheckpoints = (db: Db) =>
  db.select().from(auditCheckpoints).orderBy(auditCheckpoints.size, auditCheckpoints.id).all();

export const lastCheckpoint = (db: Db) =>
  db.select().from(auditCheckpoints).orderBy(desc(auditCheckpoints.id)).limit(1).get() ?? null;

export const checkpointOfRelease = (db: Db, releaseId: string) =>
  db.select().from(auditCheckpoints).where(eq(auditCheckpoints.releaseId, releaseId)).get() ?? null;

export const tileAt = (db: Db, level: number, place: number) =>
  db
    .select({ hash: auditTiles.hash })
    .from(auditTiles)
    .where(and(eq(auditTiles.level, level), eq(auditTiles.place, place)))
    .get()?.hash ?? null;

export const insertTile = (db: Db, row: typeof auditTiles.$inferInsert) =>
  db.insert(auditTiles).values(row).onConflictDoNothing().run();

/** The hashes of some events in a row, from the one after `seq` on. */
export const hashesAfter = (db: Db, seq: number, count: number) =>
  db
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .where(gt(auditEvents.seq, seq))
    .orderBy(auditEvents.seq)
    .limit(count)
    .all();

export const insertSeal = (db: Db, row: typeof bundleSeals.$inferInsert) =>
  db.insert(bundleSeals).values(row).returning().get();

/** The newest seal of a release. */
export const lastSealOf = (db: Db, releaseId: string) =>
  db
    .select()
    .from(bundleSeals)
    .where(eq(bundleSeals.releaseId, releaseId))
    .orderBy(desc(bundleSeals.id))
    .limit(1)
    .get() ?? null;
