import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { labels } from "#db/schema/labels.ts";

/** The labels of the claims of a case, of all or only of those with these ids, each claim's in their order. */
export const labelsOfClaims = (db: Db, caseId: string, only?: readonly string[]) =>
  db
    .select({ claimId: labels.claimId, label: labels.label })
    .from(labels)
    .where(and(eq(labels.caseId, caseId), only && inArray(labels.claimId, [...only])))
    .orderBy(labels.claimId, labels.position)
    .all();

/** Every label that a claim of the case has, once, as many as are offered. */
export const labelsOfCase = (db: Db, caseId: string) =>
  db
    .selectDistinct({ label: labels.label })
    .from(labels)
    .where(eq(labels.caseId, caseId))
    .orderBy(labels.label)
    .limit(200)
    .all()
    .map((one) => one.label);
