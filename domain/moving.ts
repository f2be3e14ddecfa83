import type { Stage, Status } from "#domain/status.ts";
import type { Saying } from "#domain/words/say.ts";

/** The stage that a status stands for; null for those that follow from sign-offs and releases. */
export function stageOf(status: Status): Stage | null {
  return status === "signed_off" || status === "released" ? null : status;
}

/** Why no claim can be given this status by hand, or null when it can. */
export function whyNotHere(status: Status): Saying | null {
  if (status === "signed_off") return { room: "claims", id: "follows_from_sign_offs" };
  if (status === "released") return { room: "claims", id: "follows_from_release" };
  return null;
}

/**
 * Why this claim cannot be moved along by hand now, or null when it can. A complete sign-off outranks the stage, so
 * moving such a claim would change nothing that people see; it can only be dropped.
 */
export function whyNotMove({ status }: { status: Status }): Saying | null {
  if (status === "released") return { room: "claims", id: "released_stays" };
  return stageOf(status) === null ? { room: "claims", id: "signed_off_stays" } : null;
}
