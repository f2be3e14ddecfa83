import type { Db } from "#db/client.ts";
import { countOfRelease, pageOfRelease } from "#db/queries/releases.ts";
import type { ReleasedClaim, ReleasedSet, ReleaseHead } from "#domain/claim-set.ts";

/** Claims that are read at once: one statement each, so that the database is free in between. */
const PAGE = 100;

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
