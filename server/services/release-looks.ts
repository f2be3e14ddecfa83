import type { Db } from "#db/client.ts";
import { allScales } from "#db/queries/cases.ts";
import { cardOf, claimIdsAfter } from "#db/queries/claims.ts";
import { quarantinedClaims } from "#db/queries/collab.ts";
import { correctionsOfCase } from "#db/queries/corrections.ts";
import { releasedClaimsOf } from "#db/queries/releases.ts";
import { doubtsOf } from "#domain/missing.ts";
import { partsOf } from "#server/in-turns.ts";
import type { CaseRecord } from "#server/services/access.ts";
import { changesSince, momentNow } from "#server/services/changes-since.ts";
import { type ClaimRow, claimRows, groupBy, scaleRead } from "#server/services/claim-rows.ts";
import { oldQuotes } from "#server/services/old-quotes.ts";
import { REPAIR, type Reason, unused, whyBlocked } from "#server/services/release-reasons.ts";

/** A claim before a release: what keeps it out, what its readers will miss, and in which releases it was, latest first. */
export type Looked = {
  row: ClaimRow;
  reasons: Reason[];
  doubts: Reason[];
  earlier: ReturnType<typeof releasedClaimsOf>;
};

/** Looks over the claims of a case before a release, in turns, and then again only at what changed meanwhile. */
export function lookOver(db: Db, parent: CaseRecord) {
  const looked = new Map<string, Looked>();
  let moment = momentNow(db);
  const look = (ids: readonly string[]) => {
    for (const one of lookAt(db, parent, ids)) looked.set(one.row.id, one);
  };
  return {
    *all(): Generator<undefined> {
      for (const ids of partsOf(claimIdsAfter(db, parent.id, 0, Number.MAX_SAFE_INTEGER))) {
        look(ids);
        yield;
      }
    },

    /** Looks at what changed since the last time. Says which claims those are, and whether the case itself is another. */
    again(): ReturnType<typeof changesSince> {
      const changes = changesSince(db, parent.id, moment);
      const claimIds = [...new Set([...changes.claimIds, ...setAside(db, looked)])];
      moment = momentNow(db);
      look(claimIds);
      return { ...changes, claimIds };
    },

    claims: (): Looked[] => [...looked.values()],
  };
}

/** Cards that were closed for repair, or opened again, after they were looked at. */
function setAside(db: Db, looked: ReadonlyMap<string, Looked>): string[] {
  const closed = quarantinedClaims(db);
  return [...looked].flatMap(([id, { reasons }]) => (reasons.includes(REPAIR) === closed.has(id) ? [] : [id]));
}

function lookAt(db: Db, parent: CaseRecord, only: readonly string[]): Looked[] {
  if (only.length === 0) return [];
  const scales = allScales(db);
  const closed = quarantinedClaims(db);
  const old = groupBy(oldQuotes(db, parent.id, only), (one) => one.claimId);
  const earlier = groupBy(releasedClaimsOf(db, parent.id, only), (one) => one.claimId);
  const corrections = groupBy(correctionsOfCase(db, parent.id), (one) => one.claimId);
  return claimRows(db, parent, only).flatMap((row) => {
    const found = cardOf(db, row.id);
    if (!found) return [];
    const { card, lastEditorId } = found;
    const scale = scaleRead(scales, parent, { status: row.status, scaleId: card.scaleId });
    const recorded = corrections.get(row.id) ?? [];
    const seen = { card, scale, isBegun: lastEditorId !== null, old: old.get(row.id) ?? [], corrections: recorded };
    const reasons = closed.has(row.id) ? [REPAIR] : whyBlocked(row, seen);
    return [
      { row, reasons, doubts: [...unused(row, recorded), ...doubtsOf(card)], earlier: earlier.get(row.id) ?? [] },
    ];
  });
}
