import type { Db } from "#db/client.ts";
import { countOfRelease, pageOfRelease, releaseByNumber } from "#db/queries/releases.ts";
import type { releases } from "#db/schema/releases.ts";
import type { ReleasedClaim, ReleasedSet, ReleaseHead } from "#domain/claim-set.ts";
import { notFound } from "#domain/errors.ts";
import type { Member } from "#server/context.ts";
import { caseFor } from "#server/services/access.ts";

/** Claims that are read at once: one statement each, so that the database is free in between. */
const PAGE = 100;

/** The release, when its case is open to the actor. @throws AppError not_found for what is not theirs to see. */
export function releaseFor(
  db: Db,
  actor: Member,
  caseNumber: number,
  releaseNumber: number,
): typeof releases.$inferSelect {
  const parent = caseFor(db, actor, caseNumber, "release.read");
  const release = releaseByNumber(db, parent.id, releaseNumber);
  if (!release) throw notFound("release");
  return release;
}

/** A stored release, read page by page. */
export function releasedSet(db: Db, { id, head }: { id: string; head: ReleaseHead }): ReleasedSet {
  return { head, count: countOfRelease(db, id), claims: () => claimsOf(db, id) };
}

function* claimsOf(db: Db, releaseId: string): Generator<ReleasedClaim> {
  for (let from = 0; ; from += PAGE) {
    const page = pageOfRelease(db, releaseId, { from, before: from + PAGE });
    yield* page;
    if (page.length < PAGE) return;
  }
}
