import { and, eq, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { compiled } from "#db/queries/compiled.ts";
import { savedViews } from "#db/schema/views.ts";

export type SavedView = typeof savedViews.$inferSelect;

const ofMember = compiled((db) =>
  db
    .select()
    .from(savedViews)
    .where(
      and(
        eq(savedViews.caseId, sql.placeholder("caseId")),
        or(eq(savedViews.isShared, true), eq(savedViews.memberId, sql.placeholder("memberId"))),
      ),
    )
    .orderBy(savedViews.name, savedViews.createdAt)
    .prepare(),
);
/** The views of a case that this member sees: those that are shared, and their own. */
export const viewsFor = (db: Db, caseId: string, memberId: string) => ofMember(db).all({ caseId, memberId });

export const viewById = (db: Db, id: string) => db.select().from(savedViews).where(eq(savedViews.id, id)).get() ?? null;

export const insertView = (db: Db, row: typeof savedViews.$inferInsert) => db.insert(savedViews).values(row).run();

/** Returns 0 when somebody changed the view since `version`. */
export const updateView = (
  db: Db,
  id: string,
  version: number,
  set: Partial<Pick<SavedView, "name" | "screen" | "search">>,
) =>
  db
    .update(savedViews)
    .set({ ...set, version: version + 1 })
    .where(and(eq(savedViews.id, id), eq(savedViews.version, version)))
    .run().changes;

export const deleteView = (db: Db, id: string, version: number) =>
  db
    .delete(savedViews)
    .where(and(eq(savedViews.id, id), eq(savedViews.version, version)))
    .run().changes;
