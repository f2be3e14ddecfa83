import type { Db } from "#db/client.ts";
import { cardOf } from "#db/queries/claims.ts";
import { readDesk } from "#db/queries/people.ts";
import { lastCheckpoint } from "#db/queries/proofs.ts";
import { reviewsOfClaim } from "#db/queries/reviews.ts";
import type { ReleasedClaim, ReleasedRecord, ReleaseHead } from "#domain/claim-set.ts";
import type { Member } from "#server/context.ts";
import { casePath } from "#server/public/address.ts";
import type { CaseRecord } from "#server/services/access.ts";
import type { ClaimRow } from "#server/services/claim-rows.ts";
import { type Named, otherScales, releasedClaim, releasedDocuments } from "#server/services/claim-set.ts";
import type { LeavingNames } from "#server/services/leaving-names.ts";
import { methodPages } from "#server/services/method-pages.ts";
import type { SortedOut } from "#server/services/preflight.ts";
import { correctionsOf, retractionsBeside } from "#server/services/released-corrections.ts";

/**
 * Of which case a release is made, by whom and when, under which names the people of it leave at that moment, the address
 * of the desk and the key that signs for it.
 */
export type Made = {
  parent: CaseRecord;
  actor: Member;
  at: number;
  names: LeavingNames;
  origin: string;
  key: string;
};

/** The claims that are ready, one after the other, each as a release made now would hold it. */
export function* verifiedClaims(
  tx: Db,
  { ready, corrections, nextNumber: number, caseNumber }: SortedOut,
  names: LeavingNames,
): Generator<{ row: ClaimRow; claim: ReleasedClaim }> {
  for (const { row, earlier } of ready) {
    const now = cardOf(tx, row.id)?.card;
    if (!now) throw new Error(`${row.reference} has no card.`);
    const reviews = reviewsOfClaim(tx, row.id);
    const claim = releasedClaim({ row, now, number, names, earlier, reviews });
    yield { row, claim: { ...claim, ...correctionsOf(corrections, row.id, { caseNumber, names }) } };
  }
}

/** What stands once in a release made now. */
export function headOf(tx: Db, sorted: SortedOut, made: Made, named: Named): ReleaseHead {
  const { parent, actor, at, names, origin } = made;
  const { scale, nextNumber, ready, corrections } = sorted;
  const held = new Set(ready.map(({ row }) => row.id));
  const record = recordNow(tx, made);
  return {
    format: "assay-claim-set",
    formatVersion: 1,
    desk: { name: readDesk(tx)?.name || "Assay", url: origin, ...methodPages(tx) },
    pages: origin + casePath(parent.number),
    case: { number: parent.number, title: parent.title },
    release: { number: nextNumber, madeAt: new Date(at).toISOString(), madeBy: names.get(actor.id) ?? "", ...record },
    quorum: parent.quorum,
    scale,
    ...otherScales(tx, named),
    documents: releasedDocuments(tx, parent.id, named),
    ...retractionsBeside(corrections, held, { caseNumber: parent.number, names }),
  };
}

/** Whoever keeps a report keeps the checkpoint that stands in it; a desk that has none yet gives none. */
function recordNow(tx: Db, { key }: Made): { record?: ReleasedRecord } {
  const checkpoint = lastCheckpoint(tx)?.note;
  return checkpoint ? { record: { key, checkpoint } } : {};
}

export const nothingNamed = (): Named => ({ scaleIds: new Set(), versionIds: new Set() });
