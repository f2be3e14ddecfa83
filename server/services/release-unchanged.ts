import { isDeepStrictEqual } from "node:util";
import type { Db } from "#db/client.ts";
import { releaseByNumber } from "#db/queries/releases.ts";
import type { ReleasedClaim, ReleaseHead } from "#domain/claim-set.ts";
import { canonicalJson } from "#domain/content.ts";
import { noteNamed } from "#server/services/claim-set.ts";
import type { SortedOut } from "#server/services/preflight.ts";
import { headOf, type Made, nothingNamed, verifiedClaims } from "#server/services/release-writing.ts";
import { releasedSet } from "#server/services/released-set.ts";

/** Whether a release would hold what the last one holds. Claims are compared only where their hashes do not tell. */
export function isUnchanged(tx: Db, sorted: SortedOut, made: Made): boolean {
  const last = releaseByNumber(tx, made.parent.id, sorted.nextNumber - 1);
  if (!last || !hasSameHashes(sorted)) return false;
  const named = nothingNamed();
  const before = Iterator.from(releasedSet(tx, last).claims());
  for (const { claim } of verifiedClaims(tx, sorted)) {
    const { value } = before.next();
    if (!value || !isHeldAlike(claim, value)) return false;
    noteNamed(named, claim, sorted.scale);
  }
  return heldOnce(headOf(tx, sorted, made, named)) === heldOnce(last.head);
}

function hasSameHashes({ ready, released, nextNumber }: SortedOut): boolean {
  const before = released.filter(({ number }) => number === nextNumber - 1);
  const hashes = new Map(before.map((one) => [one.claimId, one.contentHash]));
  return ready.length === hashes.size && ready.every(({ row }) => hashes.get(row.id) === row.contentHash);
}

/** Whether two claims say the same, but for what changed since other releases. */
function isHeldAlike(one: ReleasedClaim, other: ReleasedClaim): boolean {
  const [held, before] = [heldIn(one), heldIn(other)];
  return isDeepStrictEqual(held, before) || canonicalJson(held) === canonicalJson(before);
}

const heldIn = ({ firstReleasedIn: _first, changedSince: _since, ...claim }: ReleasedClaim) => claim;

/** What stands once, without which release it is. */
const heldOnce = ({ release: _release, ...head }: ReleaseHead) => canonicalJson(head);
