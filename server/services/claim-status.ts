import type { Db } from "#db/client.ts";
import { type ClaimRecord, cardOf } from "#db/queries/claims.ts";
import { correctionsOfClaim } from "#db/queries/corrections.ts";
import { releasedClaimsOf } from "#db/queries/releases.ts";
import { reviewsOfClaim } from "#db/queries/reviews.ts";
import { isOpened } from "#domain/corrections.ts";
import { statusOf } from "#domain/review.ts";
import type { Status } from "#domain/status.ts";
import type { CaseRecord } from "#server/services/access.ts";

/** The status that people see of one claim now. */
export function claimStatus(db: Db, parent: CaseRecord, { id, stage }: ClaimRecord): Status {
  const released = releasedClaimsOf(db, parent.id).find((one) => one.claimId === id);
  return statusOf({
    stage,
    contentHash: cardOf(db, id)?.contentHash ?? "",
    quorum: parent.quorum,
    reviews: reviewsOfClaim(db, id),
    releasedHash: released?.contentHash ?? null,
  });
}

/** Released as it stands, and nothing on the record opens it again. */
export function isClosed(db: Db, parent: CaseRecord, claim: ClaimRecord): boolean {
  if (claimStatus(db, parent, claim) !== "released") return false;
  const { number = 0 } = releasedClaimsOf(db, parent.id).find((one) => one.claimId === claim.id) ?? {};
  return !isOpened(correctionsOfClaim(db, claim.id), number);
}
