import type { Saying } from "#domain/words/say.ts";

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
  /** Their id, by which the record knows them; absent in older releases. */
  memberId?: string;
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

/** `waiting`: a retraction that nobody else has confirmed. `open`: no release has carried it yet. */
export const CORRECTION_STATES = ["waiting", "open", "released", "taken_back"] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

/** The last release that holds the claim, and the last one of its case; 0 for none. */
export type LastReleases = { ofClaim: number; ofCase: number };

export function correctionState(
  { kind, inForceAfter, takenBackAt }: Omit<Correction, "by">,
  { ofClaim, ofCase }: LastReleases,
): CorrectionState {
  if (takenBackAt !== null) return "taken_back";
  if (inForceAfter === null) return "waiting";
  return (kind === "retraction" ? ofCase : ofClaim) > inForceAfter ? "released" : "open";
}

export function inForce<T extends Correction>(corrections: readonly T[]): T[] {
  return corrections.filter((one) => one.inForceAt !== null && one.takenBackAt === null);
}

const isWaiting = (one: Correction) => one.inForceAt === null && one.takenBackAt === null;

/** The last word on the claim is that it is withdrawn. */
export const isWithdrawn = (corrections: readonly Correction[]): boolean =>
  inForce(corrections).at(-1)?.kind === "retraction";

/** Whether a change of the claim since its last release is on the record, so that its card is open again. */
export function isOpened(corrections: readonly Correction[], releasedIn: number): boolean {
  const last = inForce(corrections).at(-1);
  return last !== undefined && last.kind !== "retraction" && (last.inForceAfter ?? 0) >= releasedIn;
}

export type CorrectionSaying = Extract<Saying, { room: "corrections" }>;

/** Why a released claim cannot go into the next release as it is now, or null. */
export function whyNotReleased(
  corrections: readonly Correction[],
  { releasedIn, isChanged }: { releasedIn: number; isChanged: boolean },
): CorrectionSaying | null {
  const values = { number: releasedIn };
  if (corrections.some(isWaiting)) return { room: "corrections", id: "why_waiting" };
  if (isWithdrawn(corrections)) return { room: "corrections", id: "why_withdrawn" };
  if (isChanged && !isOpened(corrections, releasedIn)) return { room: "corrections", id: "why_unrecorded", values };
  return null;
}

/** Why no correction of this kind can be recorded now, or null. */
export function whyNotRecord(
  kind: CorrectionKind,
  corrections: readonly Correction[],
  releasedIn: number | null,
): CorrectionSaying | null {
  if (releasedIn === null) return { room: "corrections", id: "never_released" };
  if (corrections.some(isWaiting)) return { room: "corrections", id: "retraction_waits" };
  if (kind === "retraction" && isWithdrawn(corrections)) return { room: "corrections", id: "withdrawn_already" };
  return null;
}

/** How many others have to confirm a retraction: with whoever asks for it as many people as a sign-off takes, two at least. */
export const confirmersNeeded = (quorum: number): number => Math.max(1, quorum - 1);

/** Why this member cannot confirm a retraction, or null. Nobody withdraws a claim alone. */
export function whyNotConfirm(
  memberId: string,
  correction: Correction,
  confirmers: readonly string[],
): CorrectionSaying | null {
  if (correction.takenBackAt !== null) return { room: "corrections", id: "taken_back_already" };
  if (!isWaiting(correction)) return { room: "corrections", id: "confirmed_by_all" };
  if (correction.by === memberId) return { room: "corrections", id: "own_retraction" };
  return confirmers.includes(memberId) ? { room: "corrections", id: "confirmed_by_you" } : null;
}
