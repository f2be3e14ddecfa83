import type { Db } from "#db/client.ts";
import { standingsOfCase } from "#db/queries/claims.ts";
import { releasedClaimsOf } from "#db/queries/releases.ts";
import { reviewsOfCase } from "#db/queries/reviews.ts";
import { statusOf } from "#domain/review.ts";
import { STATUSES, type Status } from "#domain/status.ts";
import type { CaseRecord } from "#server/services/access.ts";
import { groupBy, staleSignOffs } from "#server/services/claim-rows.ts";

export type StatusCounts = { counts: Record<Status, number>; claims: number; stale: number };

/** How many claims of a case stand where, and how many have a stale sign-off: three statements, no text of any card. */
export function statusCounts(db: Db, { id, quorum }: CaseRecord): StatusCounts {
  const reviews = groupBy(reviewsOfCase(db, id), (one) => one.claimId);
  const released = new Map(
    releasedClaimsOf(db, id)
      .reverse()
      .map((one) => [one.claimId, one.contentHash]),
  );
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  const standings = standingsOfCase(db, id);
  for (const { claimId, stage, contentHash } of standings) {
    const given = reviews.get(claimId) ?? [];
    const releasedHash = released.get(claimId) ?? null;
    counts[statusOf({ stage, contentHash, quorum, reviews: given, releasedHash })] += 1;
  }
  const isStale = ({ claimId, contentHash }: (typeof standings)[number]) =>
    staleSignOffs(reviews.get(claimId) ?? [], contentHash).length > 0;
  return { counts, claims: standings.length, stale: standings.filter(isStale).length };
}
