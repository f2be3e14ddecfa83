import type { Db } from "#db/client.ts";
import { scaleById } from "#db/queries/cases.ts";
import { cardOf } from "#db/queries/claims.ts";
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
import { AppError, notFound } from "#domain/errors.ts";
import type { Context, Member } from "#server/context.ts";
import { EXPORT_FORMATS, exportRelease } from "#server/export/index.ts";
import { type CaseRecord, caseFor } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { type ClaimRow, claimRows } from "#server/services/claim-rows.ts";
import { releasedClaim, releasedDocuments } from "#server/services/claim-set.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { type Person, peopleById, pick } from "#server/services/people-view.ts";
import { type ReleaseView, releaseView } from "#server/services/release-view.ts";

export type PreflightRow = {
  claimId: string;
  number: number;
  reference: string;
  statement: string;
  language: string;
  contentHash: string;
  reasons: { message: string; href: string }[];
  changedSinceRelease: boolean;
};

export type Preflight = {
  ready: PreflightRow[];
  blocked: PreflightRow[];
  dropped: number;
  nextNumber: number;
  unchanged: boolean;
};
export type ReleaseRow = { number: number; madeAt: number; madeBy: Person | null; claims: number; sha256: string };

/** Immutable claim sets. Only claims whose sign-offs are current and complete go in, as they were signed. */
export function releasesService({ db, now, newId, rooms, live, origin }: Context) {
  return {
    /** What a release would hold now and what blocks the rest, each reason with the place where it is mended. */
    preflight(actor: Member, caseNumber: number): Preflight {
      return look(caseFor(db, actor, caseNumber, "release.read"));
    },

    /** Freezes what the person saw as ready. @throws AppError conflict when that is no longer the same. */
    make(
      actor: Member,
      caseNumber: number,
      { expected, once }: { expected: { claimId: string; contentHash: string }[] } & Once,
    ): { number: number } {
      const parent = caseFor(db, actor, caseNumber, "release.make");
      const closed = quarantinedClaims(db);
      for (const row of claimRows(db, parent)) if (row.stage !== "dropped" && !closed.has(row.id)) rooms.freeze(row.id);
      const made = decideOnce({ db, now }, actor, { once, of: ["release.make", parent.id, expected] }, (tx, at) => {
        const { ready, nextNumber, unchanged } = look(parent);
        demandAsSeen(ready, expected);
        if (unchanged)
          throw new AppError(
            "conflict",
            `Nothing changed since release v${nextNumber - 1}, so there is nothing new to release.`,
          );
        const claimSet = compose(tx, { parent, actor, number: nextNumber, at });
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
        for (const { claimId, contentHash } of claimSet.claims)
          insertReleaseClaim(tx, { releaseId: id, claimId, contentHash });
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
    formats(): { id: string; label: string; purpose: string }[] {
      return EXPORT_FORMATS.map(({ id, label, purpose }) => ({ id, label, purpose }));
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

  function look(parent: CaseRecord): Preflight {
    const rows = claimRows(db, parent);
    const last = releasesOf(db, parent.id)[0];
    const closed = quarantinedClaims(db);
    const goesIn = (row: ClaimRow) => isReady(row) && !closed.has(row.id);
    const why = (row: ClaimRow) => (closed.has(row.id) ? ["Its card is closed for repair."] : whyBlocked(row));
    const ready = rows.filter(goesIn).map((row) => toPreflight(row, parent, []));
    const blocked = rows
      .filter((row) => row.status !== "dropped" && !goesIn(row))
      .map((row) => toPreflight(row, parent, why(row)));
    const before = new Map(last?.claimSet.claims.map((one) => [one.claimId, one.contentHash]) ?? []);
    const unchanged =
      last !== undefined &&
      ready.length === before.size &&
      ready.every((row) => before.get(row.claimId) === row.contentHash);
    return {
      ready,
      blocked,
      dropped: rows.filter((row) => row.status === "dropped").length,
      nextNumber: (last?.number ?? 0) + 1,
      unchanged,
    };
  }

  function compose(
    tx: Db,
    { parent, actor, number, at }: { parent: CaseRecord; actor: Member; number: number; at: number },
  ): ClaimSet {
    const people = peopleById(tx);
    const earlier = releasesOf(tx, parent.id);
    const closed = quarantinedClaims(tx);
    const rows = claimRows(tx, parent).filter((row) => isReady(row) && !closed.has(row.id));
    const claims = rows.map((row) => {
      const now = cardOf(tx, row.id)?.card;
      if (!now) throw new Error(`${row.reference} has no card.`);
      return releasedClaim({ row, now, number, people, earlier, reviews: reviewsOfClaim(tx, row.id) });
    });
    return {
      format: "assay-claim-set",
      formatVersion: 1,
      desk: { name: readDesk(tx)?.name ?? "", url: origin },
      case: { number: parent.number, title: parent.title },
      release: { number, madeAt: new Date(at).toISOString(), madeBy: actor.name },
      quorum: parent.quorum,
      scale: scaleById(tx, parent.scaleId),
      documents: releasedDocuments(tx, parent.id, claims),
      claims,
    };
  }
}

/** Signed off, and still with a verdict: one that is only a label goes when the case changes to another scale. */
function isReady({ status, mark, verdict }: ClaimRow): boolean {
  return isSigned(status) && (mark !== "none" || verdict.trim() !== "");
}

const isSigned = (status: ClaimRow["status"]) => status === "signed_off" || status === "released";

function toPreflight(row: ClaimRow, parent: CaseRecord, reasons: string[]): PreflightRow {
  const { id: claimId, number, reference, statement, language, contentHash } = row;
  const href = `/cases/${parent.number}/claims/${number}`;
  const changedSinceRelease = row.releasedHash !== null && row.releasedHash !== contentHash;
  return {
    claimId,
    number,
    reference,
    statement,
    language,
    contentHash,
    changedSinceRelease,
    reasons: reasons.map((message) => ({ message, href })),
  };
}

function whyBlocked({ signOffs, changesRequested, mark, verdict, status }: ClaimRow): string[] {
  const reasons: [boolean, string][] = [
    [changesRequested, "A reviewer asked for changes."],
    [
      signOffs.stale > 0 && signOffs.current < signOffs.quorum,
      "The card changed after it was signed: the sign-off is stale.",
    ],
    [mark === "none" && verdict.trim() === "", "It has no verdict on the case's scale."],
    [
      signOffs.stale === 0 && signOffs.current < signOffs.quorum,
      `It has ${signOffs.current} of ${signOffs.quorum} sign-offs.`,
    ],
    [
      signOffs.current >= signOffs.quorum && !changesRequested && !isSigned(status),
      "Only the person who changed it last has signed it.",
    ],
  ];
  if (status === "inbox") return ["Nobody has started on it."];
  return reasons.filter(([applies]) => applies).map(([, message]) => message);
}

function demandAsSeen(
  ready: readonly PreflightRow[],
  expected: readonly { claimId: string; contentHash: string }[],
): void {
  if (ready.length === 0) throw new AppError("conflict", "No claim is signed off, so there is nothing to release.");
  const seen = new Map(expected.map((one) => [one.claimId, one.contentHash]));
  const same = seen.size === ready.length && ready.every((row) => seen.get(row.claimId) === row.contentHash);
  if (!same)
    throw new AppError(
      "conflict",
      "The list of ready claims changed while you were looking at it. Nothing was released; look at the list again.",
    );
}
