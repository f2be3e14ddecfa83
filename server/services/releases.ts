import { claimByNumber, standingsOfCase } from "#db/queries/claims.ts";
import { quarantinedClaims } from "#db/queries/collab.ts";
import { claimOfRelease, lastReleaseNumber, releasesOf } from "#db/queries/releases.ts";
import type { ReleasedSet } from "#domain/claim-set.ts";
import { notFound } from "#domain/errors.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import {
  EXPORT_FORMATS,
  type ExportFile,
  type ExportFormatId,
  exportClaim,
  exportRelease,
  passesOf,
} from "#server/export/index.ts";
import { createWritings, type Writing } from "#server/export/writings.ts";
import { makeCheckpoint } from "#server/proof/checkpoints.ts";
import { caseFor } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import type { ClaimRow } from "#server/services/claim-rows.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { type Person, peopleById, pick } from "#server/services/people-view.ts";
import { type Preflight, preflightOf, sortOut } from "#server/services/preflight.ts";
import { publishingAdvice } from "#server/services/publishing-advice.ts";
import { isUnchanged } from "#server/services/release-unchanged.ts";
import { type ReleaseView, releaseView } from "#server/services/release-view.ts";
import { writeRelease } from "#server/services/release-writing.ts";
import { releasedSet, releaseFor } from "#server/services/released-set.ts";

export type ReleaseRow = { number: number; madeAt: number; madeBy: Person | null; claims: number; sha256: string };

/** Immutable claim sets. Only claims whose sign-offs are current and complete go in, as they were signed. */
export function releasesService({ db, now, newId, rooms, live, origin, signer }: Context) {
  const writings = createWritings();
  return {
    /** What a release would hold now and what blocks the rest, each reason with the place where it is mended. */
    preflight(actor: Member, caseNumber: number): Preflight {
      const parent = caseFor(db, actor, caseNumber, "release.read");
      const sorted = sortOut(db, parent);
      const ready = sorted.ready.map(({ row }) => row);
      return preflightOf(parent, sorted, {
        unchanged: isUnchanged(db, sorted, { parent, actor, at: now(), origin, key: signer.line }),
        advice: publishingAdvice(db, parent, { ready, deskUrl: origin }),
      });
    },

    /** Freezes what the person saw as ready. @throws AppError conflict when that is no longer the same. */
    make(
      actor: Member,
      caseNumber: number,
      { expected, once }: { expected: { claimId: string; contentHash: string }[] } & Once,
    ): { number: number } {
      const parent = caseFor(db, actor, caseNumber, "release.make");
      const closed = quarantinedClaims(db);
      for (const { claimId, stage } of standingsOfCase(db, parent.id))
        if (stage !== "dropped" && !closed.has(claimId)) rooms.freeze(claimId);
      const made = decideOnce({ db, now }, actor, { once, of: ["release.make", parent.id, expected] }, (tx, at) => {
        const sorted = sortOut(tx, parent);
        const { ready, nextNumber } = sorted;
        demandAsSeen(
          ready.map(({ row }) => row),
          expected,
        );
        const release = { parent, actor, at, origin, key: signer.line };
        if (isUnchanged(tx, sorted, release))
          throw refusal("conflict", "release", "nothing_new", { last: nextNumber - 1 });
        const releaseId = newId();
        const sha256 = writeRelease(tx, releaseId, sorted, release);
        record(tx, {
          type: "release.made",
          actorId: actor.id,
          caseId: parent.id,
          body: { number: nextNumber, sha256, claims: ready.map(({ row }) => row.reference) },
          at,
        });
        makeCheckpoint(tx, { signers: [signer], at, releaseId });
        return { number: nextNumber };
      });
      live.publish(parent.id, { type: "case" });
      return made;
    },

    list(actor: Member, caseNumber: number): ReleaseRow[] {
      const parent = caseFor(db, actor, caseNumber, "release.read");
      const people = peopleById(db);
      return releasesOf(db, parent.id).map((one) => ({ ...one, madeBy: pick(people, one.madeBy) }));
    },

    /** The formats a release can be downloaded in, in the order in which they are offered. */
    formats(): { id: ExportFormatId; label: string }[] {
      return EXPORT_FORMATS.map(({ id, label }) => ({ id, label }));
    },

    /** One release to read: what its files say, as a page. The addresses in its files lead there. */
    read(actor: Member, caseNumber: number, releaseNumber: number): ReleaseView {
      const release = releaseFor(db, actor, caseNumber, releaseNumber);
      const newest = lastReleaseNumber(db, release.caseId);
      return releaseView({ ...release, set: releasedSet(db, release) }, newest);
    },

    /** The ClaimReview of one claim of a release, for the page that shows this claim alone. */
    claimFile(actor: Member, caseNumber: number, releaseNumber: number, claimNumber: number): ExportFile {
      const { id, caseId, head } = releaseFor(db, actor, caseNumber, releaseNumber);
      const claimId = claimByNumber(db, caseId, claimNumber)?.id;
      const claim = claimId ? claimOfRelease(db, id, claimId) : null;
      if (!claim) throw notFound("claim");
      return exportClaim(head, claim);
    },

    /** One export of one release; always the same bytes. Under `mark` the actor can ask how far it is. */
    file(actor: Member, caseNumber: number, releaseNumber: number, formatId: string, mark = ""): ExportFile {
      const set = releasedSet(db, releaseFor(db, actor, caseNumber, releaseNumber));
      const write = (claims: ReleasedSet) => exportRelease(claims, formatId);
      return mark ? writings.follow(`${actor.id} ${mark}`, set, passesOf(formatId), write) : write(set);
    },

    /** How far a file is that the actor asked for; null for what nobody asked for, or too long ago. */
    writing: (actor: Member, mark: string): Writing | null => writings.find(`${actor.id} ${mark}`),
  };
}

function demandAsSeen(ready: readonly ClaimRow[], expected: readonly { claimId: string; contentHash: string }[]): void {
  if (ready.length === 0) throw refusal("conflict", "release", "none_ready");
  const seen = new Map(expected.map((one) => [one.claimId, one.contentHash]));
  const same = seen.size === ready.length && ready.every((row) => seen.get(row.id) === row.contentHash);
  if (!same) throw refusal("conflict", "release", "list_changed");
}
