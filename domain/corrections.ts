/** An own error fixed; new facts; withdrawn. */
export const CORRECTION_KINDS = ["correction", "update", "retraction"] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** A correction as releases carry it. */
export type ReleasedCorrection = {
  kind: CorrectionKind;
  reference: string;
  claimId: string;
  /** What was wrong, or what is new. */
  what: string;
  why: string;
  /** ISO 8601, in UTC. */
  at: string;
  /** The name of the member who recorded it. */
  by: string;
  /** The number of the release of the case that carried the claim as it was. */
  releasedBefore: number;
};

/** A correction as the rules see it. Those of a claim are in the order in which they were recorded. */
export type Correction = {
  kind: CorrectionKind;
  by: string;
  /** Null while a retraction waits for somebody else. */
  inForceAt: number | null;
  /** The number of the last release of the case when it came into force. */
  inForceAfter: number | null;
  takenBackAt: number | null;
};

export function inForce<T extends Correction>(corrections: readonly T[]): T[] {
  return corrections.filter((one) => one.inForceAt !== null && one.takenBackAt === null);
}

/** The last word on the claim is that it is withdrawn. */
export const isWithdrawn = (corrections: readonly Correction[]): boolean =>
  inForce(corrections).at(-1)?.kind === "retraction";
