import { isDeepStrictEqual } from "node:util";
import type { Db } from "#db/client.ts";
import { noteReleasedSources } from "#db/queries/corrections.ts";
import { deleteDraft, insertRelease, putReleaseClaim } from "#db/queries/releases.ts";
import type { ReleaseHead } from "#domain/claim-set.ts";
import { hashing } from "#server/export/claim-set-hash.ts";
import type { Writing } from "#server/export/writings.ts";
import { PER_TURN, partsOf } from "#server/in-turns.ts";
import { type Named, noteNamed } from "#server/services/claim-set.ts";
import { inTransaction } from "#server/services/decide.ts";
import type { LeavingNames } from "#server/services/leaving-names.ts";
import type { SortedOut } from "#server/services/preflight.ts";
import { headOf, type Made, nothingNamed, verifiedClaims } from "#server/services/release-composing.ts";
import { releasedSet } from "#server/services/released-set.ts";

/**
 * A release while it is put together, in turns. Its claims are written down under an id that no release has yet, so that
 * nobody sees them and they may still change; with its head they are for good.
 */
export function releaseDraft(db: Db, id: string, writing: Writing) {
  const named = new Map<string, Named>();
  let places = 0;
  let writtenAs: LeavingNames = new Map();
  return {
    /** Writes what is ready and not written yet under these names, each claim as a release made now would hold it. */
    *write(sorted: SortedOut, { names }: Pick<Made, "names">): Generator<undefined> {
      if (!isDeepStrictEqual(names, writtenAs)) named.clear();
      writtenAs = names;
      places = Math.max(places, sorted.ready.length);
      const placed = sorted.ready.map((one, position) => ({ one, position }));
      for (const part of partsOf(placed.filter(({ one }) => !named.has(one.row.id)))) {
        const at = new Map(part.map(({ one, position }) => [one.row.id, position]));
        const ready = part.map(({ one }) => one);
        inTransaction(db, (tx) => {
          for (const { row, claim } of verifiedClaims(tx, { ...sorted, ready }, names)) {
            const inClaim = nothingNamed();
            noteNamed(inClaim, claim, sorted.scale);
            named.set(row.id, inClaim);
            const { id: claimId, contentHash } = row;
            putReleaseClaim(tx, { releaseId: id, claimId, contentHash, position: at.get(claimId) ?? 0, claim });
          }
        });
        writing.claims = Math.floor(named.size / 2);
        yield;
      }
    },

    /** What stands once in it. */
    head: (sorted: SortedOut, made: Made): ReleaseHead => headOf(db, sorted, made, together(named.values())),

    /** Reads back what is written, and gives the hash of it with this head. */
    *hash(head: ReleaseHead): Generator<undefined, string> {
      const steps = hashing(releasedSet(db, { id, head }));
      for (let read = 1; ; read++) {
        const step = steps.next();
        if (step.done) return step.value;
        writing.claims = Math.min(writing.of, Math.floor((named.size + read) / 2));
        if (read % PER_TURN === 0) yield;
      }
    },

    /** Has these claims written anew. Says whether any of them was written. */
    forget: (claimIds: readonly string[]): boolean => claimIds.filter((one) => named.delete(one)).length > 0,

    /** Makes it a release, with the hash that it has. */
    release(tx: Db, head: ReleaseHead, { sha256, made }: { sha256: string; made: Made }): void {
      const { parent, actor, at: madeAt } = made;
      insertRelease(tx, { id, caseId: parent.id, number: head.release.number, head, sha256, madeBy: actor.id, madeAt });
      noteReleasedSources(tx, id);
    },

    /** Takes it out again. */
    *discard(): Generator<undefined> {
      for (let from = 0; from < places; from += PER_TURN) {
        inTransaction(db, (tx) => deleteDraft(tx, id, { from, before: from + PER_TURN }));
        yield;
      }
    },
  };
}

function together(all: Iterable<Named>): Named {
  const sum = nothingNamed();
  for (const { scaleIds, versionIds } of all) {
    for (const one of scaleIds) sum.scaleIds.add(one);
    for (const one of versionIds) sum.versionIds.add(one);
  }
  return sum;
}
