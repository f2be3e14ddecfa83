import { isDeepStrictEqual } from "node:util";
import type { Db } from "#db/client.ts";
import { countOfRelease, releaseByNumber } from "#db/queries/releases.ts";
import type { ReleasedClaim, ReleaseHead } from "#domain/claim-set.ts";
import { canonicalJson } from "#domain/content.ts";
import { partsOf } from "#server/in-turns.ts";
import { noteNamed } from "#server/services/claim-set.ts";
import type { SortedOut } from "#server/services/preflight.ts";
import { headOf, type Made, nothingNamed, verifiedClaims } from "#server/services/release-composing.ts";
import { releasedSet } from "#server/services/released-set.ts";

/**
 * Finds out in turns whether a release would hold what the last one holds. Claims are compared only where their hashes do
 * not tell.
 */
export function* comparing(db: Db, sorted: SortedOut, made: Made): Generator<undefined, boolean> {
  const last = releaseByNumber(db, made.parent.id, sorted.nextNumber - 1);
  if (!last || sorted.ready.length !== countOfRelease(db, last.id) || !hasSameHashes(sorted)) return false;
  const named = nothingNamed();
  const before = Iterator.from(releasedSet(db, last).claims());
  for (const ready of partsOf(sorted.ready)) {
    for (const { claim } of verifiedClaims(db, { ...sorted, ready }, made.names)) {
      const { value } = before.next();
      if (!value || !isHeldAlike(claim, value)) return false;
      noteNamed(named, claim, sorted.scale);
    }
    yield;
  }
  return heldOnce(headOf(db, sorted, made, named)) === heldOnce(last.head);
}

function hasSameHashes({ ready, nextNumber }: SortedOut): boolean {
  return ready.every(
    ({ row, earlier: [last] }) => last?.number === nextNumber - 1 && last.contentHash === row.contentHash,
  );
}

/** Whether two claims say the same, but for what changed since other releases. */
function isHeldAlike(one: ReleasedClaim, other: ReleasedClaim): boolean {
  const [held, before] = [heldIn(one), heldIn(other)];
  return isDeepStrictEqual(held, before) || canonicalJson(held) === canonicalJson(before);
}

const heldIn = ({ firstReleasedIn: _first, changedSince: _since, ...claim }: ReleasedClaim) => claim;

/** What stands once, without which release it is. */
const heldOnce = ({ release: _release, ...head }: ReleaseHead) => canonicalJson(head);
