import type { Db } from "#db/client.ts";
import { cardOf, standingsOfCase } from "#db/queries/claims.ts";
import { quarantinedClaims } from "#db/queries/collab.ts";
import { readDesk } from "#db/queries/people.ts";
import {
  insertRelease,
  insertReleaseClaim,
  lastReleaseNumber,
  releaseByNumber,
  releasesOf,
} from "#db/queries/releases.ts";
import { reviewsOfClaim } from "#db/queries/reviews.ts";
import type { ClaimSet } from "#domain/claim-set.ts";
import { canonicalJson, sha256Hex } from "#domain/content.ts";
import { notFound } from "#domain/errors.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import { EXPORT_FORMATS, type ExportFormatId, exportRelease } from "#server/export/index.ts";
import { type CaseRecord, caseFor } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import type { ClaimRow } from "#server/services/claim-rows.ts";
import { otherScales, releasedClaim, releasedDocuments } from "#server/services/claim-set.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { type Person, peopleById, pick } from "#server/services/people-view.ts";
import { type Preflight, preflightOf, type SortedOut, sortOut } from "#server/services/preflight.ts";
import { type ReleaseView, releaseView } from "#server/services/release-view.ts";

export type ReleaseRow = { number: number; madeAt: number; madeBy: Person | null; claims: number; sha256: string };

/** Immutable claim sets. Only claims whose sign-offs are current and complete go in, as they were signed. */
export function releasesService({ db, now, newId, rooms, live, origin }: Context) {
  return {
    /** What a release would hold now and what blocks the rest, each reason with the place where it is mended. */
    preflight(actor: Member, caseNumber: number): Preflight {
      const parent = caseFor(db, actor, caseNumber, "release.read");
      const sorted = sortOut(db, parent);
      return preflightOf(parent, sorted, isUnchanged(db, sorted, { parent, actor, at: now() }));
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
        const { nextNumber } = sorted;
        demandAsSeen(rowsOf(sorted.ready), expected);
        if (isUnchanged(tx, sorted, { parent, actor, at }))
          throw refusal("conflict", "release", "nothing_new", { last: nextNumber - 1 });
        const claimSet = compose(tx, sorted, { parent, actor, at });
        const sha256 = sha256Hex(canonicalJson(claimSet));
        const id = newId();
        insertRelease(tx, {
          id,
          caseId: parent.id,
          number: nextNumber,
          claimSet,
          sha256,
          madeBy: actor.id,
          madeAt: at,
        });
        for (const { row } of sorted.ready)
          insertReleaseClaim(tx, { releaseId: id, claimId: row.id, contentHash: row.contentHash });
        record(tx, {
          type: "release.made",
          actorId: actor.id,
          caseId: parent.id,
          body: { number: nextNumber, sha256, claims: claimSet.claims.map((one) => one.reference) },
          at,
        });
        return { number: nextNumber };
      });
      live.publish(parent.id, { type: "case" });
      return made;
    },

    list(actor: Member, caseNumber: number): ReleaseRow[] {
      const parent = caseFor(db, actor, caseNumber, "release.read");
      const people = peopleById(db);
      return releasesOf(db, parent.id).map(({ number, madeAt, madeBy, sha256, claimSet }) => ({
        number,
        madeAt,
        sha256,
        madeBy: pick(people, madeBy),
        claims: claimSet.claims.length,
      }));
    },

    /** The formats a release can be downloaded in, in the order in which they are offered. */
    formats(): { id: ExportFormatId; label: string }[] {
      return EXPORT_FORMATS.map(({ id, label }) => ({ id, label }));
    },

    /** One release to read: what its files say, as a page. The addresses in its files lead there. */
    read(actor: Member, caseNumber: number, releaseNumber: number): ReleaseView {
      const { release, newest } = released(actor, caseNumber, releaseNumber);
      return releaseView(release, newest);
    },

    /** One export of one release; always the same bytes. */
    file(
      actor: Member,
      caseNumber: number,
      releaseNumber: number,
      formatId: string,
    ): { fileName: string; mediaType: string; body: string } {
      return exportRelease(released(actor, caseNumber, releaseNumber).release.claimSet, formatId);
    },
  };

  function released(actor: Member, caseNumber: number, releaseNumber: number) {
    const parent = caseFor(db, actor, caseNumber, "release.read");
    const release = releaseByNumber(db, parent.id, releaseNumber);
    if (!release) throw notFound("release");
    return { release, newest: lastReleaseNumber(db, parent.id) };
  }

  function compose(tx: Db, { ready, released, scale, nextNumber }: SortedOut, made: Made): ClaimSet {
    const { parent, actor, at } = made;
    const people = peopleById(tx);
    const claims = ready.map(({ row }) => {
      const now = cardOf(tx, row.id)?.card;
      if (!now) throw new Error(`${row.reference} has no card.`);
      return releasedClaim({
        row,
        now,
        number: nextNumber,
        people,
        earlier: released,
        reviews: reviewsOfClaim(tx, row.id),
      });
    });
    return {
      format: "assay-claim-set",
      formatVersion: 1,
      desk: { name: readDesk(tx)?.name ?? "", url: origin },
      case: { number: parent.number, title: parent.title },
      release: { number: nextNumber, madeAt: new Date(at).toISOString(), madeBy: actor.name },
      quorum: parent.quorum,
      scale,
      ...otherScales(tx, scale, claims),
      documents: releasedDocuments(tx, parent.id, claims),
      claims,
    };
  }

  /** Whether a release would hold what the last one holds. Sets are composed only where the hashes do not tell. */
  function isUnchanged(tx: Db, sorted: SortedOut, made: Made): boolean {
    const last = sorted.earlier[0];
    const before = sorted.released.filter((one) => one.number === last?.number);
    if (!last || !isSameSet(rowsOf(sorted.ready), before)) return false;
    return holdings(compose(tx, sorted, made)) === holdings(last.claimSet);
  }
}

const rowsOf = (looked: SortedOut["ready"]): ClaimRow[] => looked.map(({ row }) => row);

type Made = { parent: CaseRecord; actor: Member; at: number };

const isSameSet = (ready: readonly ClaimRow[], before: readonly { claimId: string; contentHash: string }[]) => {
  const hashes = new Map(before.map((one) => [one.claimId, one.contentHash]));
  return ready.length === hashes.size && ready.every((row) => hashes.get(row.id) === row.contentHash);
};

/** What a set holds, without which release it is and what changed since others. */
function holdings({ release: _release, claims, ...rest }: ClaimSet): string {
  const held = claims.map(({ firstReleasedIn: _first, changedSince: _since, ...claim }) => claim);
  return canonicalJson({ ...rest, claims: held });
}

function demandAsSeen(ready: readonly ClaimRow[], expected: readonly { claimId: string; contentHash: string }[]): void {
  if (ready.length === 0) throw refusal("conflict", "release", "none_ready");
  const seen = new Map(expected.map((one) => [one.claimId, one.contentHash]));
  const same = seen.size === ready.length && ready.every((row) => seen.get(row.id) === row.contentHash);
  if (!same) throw refusal("conflict", "release", "list_changed");
}
