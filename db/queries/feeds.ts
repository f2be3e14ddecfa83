import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { feedAddresses } from "#db/schema/feeds.ts";

type Whose = { memberId: string; caseId: string };
const of = ({ memberId, caseId }: Whose) => and(eq(feedAddresses.memberId, memberId), eq(feedAddresses.caseId, caseId));

/** Puts a new address in the place of the one that the member may have had for this case. */
export const putFeedAddress = (db: Db, row: typeof feedAddresses.$inferInsert) =>
  db
    .insert(feedAddresses)
    .values(row)
    .onConflictDoUpdate({
      target: [feedAddresses.memberId, feedAddresses.caseId],
      set: { tokenHash: row.tokenHash, madeAt: row.madeAt },
    })
    .run();

/** Returns 0 when there was none. */
export const deleteFeedAddress = (db: Db, whose: Whose) => db.delete(feedAddresses).where(of(whose)).run().changes;

export const feedAddressOf = (db: Db, whose: Whose) => db.select().from(feedAddresses).where(of(whose)).get() ?? null;

export const feedAddressByToken = (db: Db, tokenHash: string) =>
  db.select().from(feedAddresses).where(eq(feedAddresses.tokenHash, tokenHash)).get() ?? null;
