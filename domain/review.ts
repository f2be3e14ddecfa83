import type { Stage, Status } from "#domain/status.ts";
import type { Saying } from "#domain/words/say.ts";

/** One decision of a reviewer on one content hash, as the policy sees it. */
export type Review = {
  id: string;
  reviewerId: string;
  decision: "sign_off" | "request_changes";
  contentHash: string;
  /** The last person who had changed the material content when this was decided; null when nobody has. */
  lastEditorId: string | null;
  at: number;
  withdrawnAt: number | null;
  supersededAt: number | null;
  /** For a request for changes: when it was cleared by its author or overridden by an editor. */
  clearedAt: number | null;
};

/** For so long My work offers to take a request for changes back, and it counts as never told to whoever has not read it. */
export const TAKE_BACK_MS = 10_000;

export type SignOffState = "current" | "stale" | "superseded" | "withdrawn";

/** What a sign-off is worth against today's content. Going back to the same content makes it current again. */
export function signOffState(
  signOff: Pick<Review, "contentHash" | "withdrawnAt" | "supersededAt">,
  contentHash: string,
): SignOffState {
  if (signOff.withdrawnAt !== null) return "withdrawn";
  if (signOff.supersededAt !== null) return "superseded";
  return signOff.contentHash === contentHash ? "current" : "stale";
}

export function currentSignOffs<T extends Review>(reviews: readonly T[], contentHash: string): T[] {
  return reviews.filter((one) => one.decision === "sign_off" && signOffState(one, contentHash) === "current");
}

export function openChangeRequests<T extends Review>(reviews: readonly T[]): T[] {
  return reviews.filter(
    (one) =>
      one.decision === "request_changes" &&
      one.clearedAt === null &&
      one.withdrawnAt === null &&
      one.supersededAt === null,
  );
}

/** Enough people stand behind exactly this content, and not only the one who wrote it. */
export function isSignedOff(reviews: readonly Review[], contentHash: string, quorum: number): boolean {
  const signed = currentSignOffs(reviews, contentHash);
  const people = new Set(signed.map((one) => one.reviewerId));
  const bySomebodyElse = signed.some((one) => one.reviewerId !== one.lastEditorId);
  return people.size >= quorum && bySomebodyElse && openChangeRequests(reviews).length === 0;
}

/**
 * Why this member's sign-off cannot be taken now, or null when it can.
 * Nobody verifies alone: the last person to change the material content may not give the sign-off that completes it.
 */
export function whyNotSign(
  memberId: string,
  reviews: readonly Review[],
  claim: { contentHash: string; lastEditorId: string | null; quorum: number; stage: Stage },
): Saying | null {
  if (claim.stage === "dropped") return { room: "reviews", id: "dropped_no_sign_off" };
  const signed = currentSignOffs(reviews, claim.contentHash);
  if (signed.some((one) => one.reviewerId === memberId)) return { room: "reviews", id: "signed_already" };
  const others = new Set(signed.map((one) => one.reviewerId));
  if (memberId === claim.lastEditorId && others.size + 1 >= claim.quorum) {
    return { room: "reviews", id: "changed_it_last" };
  }
  return null;
}

/** The status that people see, from the stage and the record. */
export function statusOf(claim: {
  stage: Stage;
  contentHash: string;
  quorum: number;
  reviews: readonly Review[];
  /** The hash under which the latest release that holds this claim froze it. */
  releasedHash: string | null;
}): Status {
  if (claim.stage === "dropped") return "dropped";
  if (!isSignedOff(claim.reviews, claim.contentHash, claim.quorum)) return claim.stage;
  return claim.releasedHash === claim.contentHash ? "released" : "signed_off";
}
