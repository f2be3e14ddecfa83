import { asc, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { bylines } from "#db/schema/bylines.ts";

/** Every byline that was chosen until a moment, in the order in which they were: of each member the last one counts. */
export const bylinesUntil = (db: Db, at: number) =>
  db.select().from(bylines).where(lte(bylines.at, at)).orderBy(asc(bylines.id)).all();

export const insertByline = (db: Db, row: typeof bylines.$inferInsert) => db.insert(bylines).values(row).run();
