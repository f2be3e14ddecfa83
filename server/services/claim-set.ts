import type { Db } from "#db/client.ts";
import { allScales } from "#db/queries/cases.ts";
import { versionsOfCase } from "#db/queries/documents.ts";
import type { releasedClaimsOf } from "#db/queries/releases.ts";
import type { reviewsOfClaim } from "#db/queries/reviews.ts";
import type { Card } from "#domain/card.ts";
import type { ReleasedClaim, ReleasedDocument, ReleaseHead } from "#domain/claim-set.ts";
import { withCitations } from "#domain/rationale.ts";
import { currentSignOffs } from "#domain/review.ts";
import { isRatedElsewhere, type Scale } from "#domain/scales.ts";
import type { ClaimRow } from "#server/services/claim-rows.ts";
import type { LeavingNames } from "#server/services/leaving-names.ts";

type Signed = {
  row: ClaimRow;
  /** The card as it is now, which may protect a source that was open when it was signed. */
  now: Card;
  number: number;
  names: LeavingNames;
  /** In which releases it was, and under which hash, latest first. */
  earlier: ReturnType<typeof releasedClaimsOf>;
  reviews: ReturnType<typeof reviewsOfClaim>;
};

/** A verified claim for a release: the card frozen at its latest current sign-off, without what must not leave the desk. */
export function releasedClaim({ row, now, number, names, earlier, reviews }: Signed): ReleasedClaim {
  const ids = new Set(currentSignOffs(reviews, row.contentHash).map((one) => one.id));
  const signed = reviews.filter((one) => ids.has(one.id));
  const last = signed.at(-1);
  if (!last) throw new Error(`${row.reference} counts as signed off but has no current sign-off.`);
  const secret = new Set([...last.card.sources, ...now.sources].flatMap((one) => (one.protected ? [one.id] : [])));
  const protectedSources = last.card.sources.filter((one) => secret.has(one.id)).length;
  const contentHash = protectedSources > 0 ? null : last.contentHash;
  const [previous] = earlier;
  return {
    reference: row.reference,
    claimId: row.id,
    contentVersion: last.contentVersion,
    contentHash,
    card: withoutSecrets(last.card, secret),
    protectedSources,
    signOffs: signed.map((one) => ({
      memberId: one.reviewerId,
      name: names.get(one.reviewerId) ?? "",
      at: new Date(one.at).toISOString(),
      contentHash,
    })),
    firstReleasedIn: earlier.at(-1)?.number ?? number,
    changedSince: previous && previous.contentHash !== last.contentHash ? previous.number : null,
  };
}

/** Protected sources, their ids and working notes stay in the house. */
function withoutSecrets(card: Card, secret: ReadonlySet<string>): Card {
  const sources = card.sources.filter((one) => !secret.has(one.id)).map((one) => ({ ...one, note: "" }));
  const known = new Set(sources.map((one) => one.id));
  return { ...card, sources, rationale: withCitations(card.rationale, (id) => (known.has(id) ? id : "")) };
}

/** What claims name and the head of their release has to hold. */
export type Named = { scaleIds: Set<string>; versionIds: Set<string> };

/** Notes what one claim names: the version of a scale that is not the case's, and the document versions of its quotes. */
export function noteNamed({ scaleIds, versionIds }: Named, { card }: ReleasedClaim, scale: Scale | null): void {
  if (isRatedElsewhere(scale, card)) scaleIds.add(card.scaleId);
  for (const { versionId } of card.quotes) versionIds.add(versionId);
}

/** The versions of scales on which claims were signed that are not the case's. */
export function otherScales(db: Db, { scaleIds }: Named): Pick<ReleaseHead, "otherScales"> {
  const others = allScales(db)
    .filter((one) => scaleIds.has(one.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return others.length > 0 ? { otherScales: others } : {};
}

/** The document versions that the released quotes stand in, by capture time. */
export function releasedDocuments(db: Db, caseId: string, { versionIds }: Named): ReleasedDocument[] {
  return versionsOfCase(db, caseId)
    .filter((one) => versionIds.has(one.id))
    .sort((a, b) => a.capturedAt - b.capturedAt || (a.id < b.id ? -1 : 1))
    .map(({ id, number, title, outlet, originUrl, publishedOn, language, sha256, capturedAt }) => ({
      versionId: id,
      number,
      title,
      outlet,
      originUrl,
      publishedOn,
      language,
      sha256,
      capturedAt: new Date(capturedAt).toISOString(),
    }));
}
