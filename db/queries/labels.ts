import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { aboutClaims } from "#db/queries/claims.ts";
import { compiled } from "#db/queries/compiled.ts";
import { claims } from "#db/schema/claims.ts";
import { labels } from "#db/schema/labels.ts";

/** The labels of the claims of a case, of all or only of those with these ids, each claim's in their order. */
export const labelsOfClaims = aboutClaims((db, which) =>
  db
    .select({ claimId: labels.claimId, label: labels.label })
    .from(labels)
    .innerJoin(claims, eq(claims.id, labels.claimId))
    .where(which)
    .orderBy(labels.claimId, labels.position)
    .prepare(),
);

const offered = compiled((db) =>
  db
    .selectDistinct({ label: labels.label })
    .from(labels)
    .where(eq(labels.caseId, sql.placeholder("caseId")))
    .orderBy(labels.label)
    .limit(200)
    .prepare(),
);
/** Every label that a claim of the case has, once, as many as are offered. */
export const labelsOfCase = (db: Db, caseId: string) =>
  offered(db)
    .all({ caseId })
    .map((one) => one.label);
