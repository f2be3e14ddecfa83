import { eq, getTableColumns } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { claims } from "#db/schema/claims.ts";
import { corrections } from "#db/schema/corrections.ts";

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
