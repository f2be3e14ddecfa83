import type { Stage, Status } from "#domain/status.ts";

/** The stage that a status stands for; null for those that follow from sign-offs and releases. */
export function stageOf(status: Status): Stage | null {
  return status === "signed_off" || status === "released" ? null : status;
}

/** Why no claim can be given this status by hand, as a sentence, or null when it can. */
export function whyNotHere(status: Status): string | null {
  if (status === "signed_off") return "Follows from sign-offs: open the card and sign it off.";
  if (status === "released") return "Follows from a release of the signed-off claims.";
  return null;
}

/**
 * Why this claim cannot be moved along by hand now, or null when it can. A complete sign-off outranks the stage, so
 * moving such a claim would change nothing that people see; it can only be dropped.
 */
export function whyNotMove({ status }: { status: Status }): string | null {
  if (stageOf(status) !== null) return null;
  return "It is signed off. Request changes or edit the card to open it again.";
}
