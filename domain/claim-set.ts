import type { Card } from "#domain/card.ts";
import type { ReleasedCorrection } from "#domain/corrections.ts";
import type { Scale } from "#domain/scales.ts";

/** One sign-off as a release shows it. */
export type ReleasedSignOff = { memberId: string; name: string; at: string; contentHash: string | null };

/** The document version that quotes refer to, as a release shows it; its text is not part of a claim set. */
export type ReleasedDocument = {
  versionId: string;
  number: number;
  title: string;
  outlet: string;
  originUrl: string;
  publishedOn: string;
  language: string;
  sha256: string;
  capturedAt: string;
};

/** The public key that signs for the desk, and the newest signed checkpoint of its record, from before the release. */
export type ReleasedRecord = { key: string; checkpoint: string };

/** A verified claim: the card exactly as it was signed, protected sources left out (their number is kept). */
export type ReleasedClaim = {
  reference: string;
  claimId: string;
  contentVersion: number;
  /** Null where it covers a protected source: from the hash, a guess at the source could be confirmed. */
  contentHash: string | null;
  card: Card;
  protectedSources: number;
  signOffs: ReleasedSignOff[];
  /** The first release of this case that held this claim, and the one before this release, if any. */
  firstReleasedIn: number;
  changedSince: number | null;
  /** What was put on the record about it after earlier releases, oldest first; absent when there is nothing. */
  corrections?: ReleasedCorrection[];
};

/** Where the desk says how it checks and how it corrects, as web addresses; each is absent where it has no such page. */
export type MethodPages = { methodUrl?: string; correctionsUrl?: string };

/**
 * The content of a release: everything an export prints, and nothing an export may look up elsewhere.
 * Times are ISO 8601 in UTC. Serialised with `canonicalJson`, it always gives the same bytes.
 */
export type ClaimSet = {
  format: "assay-claim-set";
  formatVersion: 1;
  desk: { name: string; url: string } & MethodPages;
  /** Where claims and releases of the case stand once they are published; absent in releases that lead to the desk. */
  pages?: string;
  case: { number: number; title: string };
  release: { number: number; madeAt: string; madeBy: string; record?: ReleasedRecord };
  quorum: number;
  /** The scale of the case. */
  scale: Scale | null;
  /** The versions on which claims were signed that are not the case's; absent when there are none. */
  otherScales?: Scale[];
  documents: ReleasedDocument[];
  /** Claims of earlier releases of the case that are withdrawn and not in this set; absent when there are none. */
  retractions?: ReleasedCorrection[];
  claims: ReleasedClaim[];
};

/** What stands once in a claim set, however many claims it holds. */
export type ReleaseHead = Omit<ClaimSet, "claims">;

/** A claim set that is read claim by claim, so that its size does not matter. `claims()` begins anew each time, in order. */
export type ReleasedSet = { head: ReleaseHead; count: number; claims(): Iterable<ReleasedClaim> };

/** Every scale that a set carries, the case's first. */
export function scalesOf({ scale, otherScales = [] }: Pick<ReleaseHead, "scale" | "otherScales">): Scale[] {
  return scale ? [scale, ...otherScales] : otherScales;
}
