import type { Db } from "#db/client.ts";
import { versionsOfClaim } from "#db/queries/card-versions.ts";
import type { ClaimRecord } from "#db/queries/claims.ts";
import { quarantineOf } from "#db/queries/collab.ts";
import { projectionOf } from "#db/queries/projection.ts";
import { reviewsOfClaim } from "#db/queries/reviews.ts";
import { logEntries, namesOfClaim, type VersionName } from "#db/queries/versions.ts";
import type { Card } from "#domain/card.ts";
import { notFound } from "#domain/errors.ts";
import { can } from "#domain/roles.ts";
import { readVersionId, type VersionId } from "#domain/version-id.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Member } from "#server/context.ts";
import { type Version, versionsIn } from "#server/past/versions.ts";
import { accessOf, type CaseRecord } from "#server/services/access.ts";
import { referenceOf } from "#server/services/claim-rows.ts";

export type SignOffPlace = { review: ReturnType<typeof reviewsOfClaim>[number]; place: number };

/** What is known of a card's versions without replaying anything; places count the rows of its log. */
export type Standing = {
  claimId: string;
  log: ReturnType<typeof logEntries>;
  /** Oldest first. */
  versions: Version[];
  names: Map<number, VersionName>;
  signOffs: SignOffPlace[];
  /** The card as the tables show it: the last version. */
  now: { place: number; card: Card; contentHash: string };
};

/** @throws AppError read_only for a card that is set aside, because its log may not be whole. */
export function standingOf(db: Db, claimId: string): Standing {
  const shown = projectionOf(db, claimId);
  if (!shown) throw notFound("claim");
  if (quarantineOf(db, claimId)) throw refusal("read_only", "history", "set_aside");
  const log = logEntries(db, claimId, shown.projectedSeq);
  const placeOf = (seq: number) => log.findLastIndex((row) => row.seq <= seq) + 1;
  const names = new Map(namesOfClaim(db, claimId).map((one) => [placeOf(one.seq), one]));
  const signOffs = reviewsOfClaim(db, claimId)
    .filter((one) => one.decision === "sign_off")
    .map((review) => ({ review, place: log.findLastIndex((row) => row.at <= review.at) + 1 }));
  const takenOut = versionsOfClaim(db, claimId).map((one) => placeOf(one.seq));
  const ends = new Set([...names.keys(), ...takenOut, ...signOffs.map(({ place }) => place)]);
  const { card, contentHash } = shown;
  return {
    ...{ claimId, log, names, signOffs },
    versions: versionsIn(log, ends),
    now: { place: log.length, card, contentHash },
  };
}

/** The claim whose versions these are, as their screens name it. */
export type ClaimFacts = Pick<Card, "statement" | "language"> & {
  id: string;
  number: number;
  reference: string;
  canEdit: boolean;
};

export function claimFacts(
  db: Db,
  actor: Member,
  { claim, parent }: { claim: ClaimRecord; parent: CaseRecord },
  { card: { statement, language } }: Standing["now"],
): ClaimFacts {
  const { id, number } = claim;
  const canEdit = can(actor, "claim.edit", accessOf(db, parent));
  return { id, number, reference: referenceOf(parent.number, number), statement, language, canEdit };
}

/** The version that a row of the log belongs to. */
export function versionAt({ versions }: Standing, place: number): Version {
  const found = versions.find((one) => place >= one.first && place <= one.place);
  if (!found) throw notFound("version");
  return found;
}

/** The place in the log that an id names. @throws AppError not_found for what is none of this card. */
export function placeOf({ log, signOffs, now }: Standing, id: VersionId) {
  const named = readVersionId(id);
  if (named === "now") return { place: now.place, signOff: null };
  if (named && "place" in named && named.place <= log.length) return { place: named.place, signOff: null };
  const signOff = named && "reviewId" in named && signOffs.find(({ review }) => review.id === named.reviewId);
  if (!signOff) throw notFound("version");
  return { place: signOff.place, signOff };
}
