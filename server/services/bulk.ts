import { setImmediate as nextTurn } from "node:timers/promises";
import { claimById } from "#db/queries/claims.ts";
import { requestsOfClaim } from "#db/queries/reviews.ts";
import { isAppError } from "#domain/errors.ts";
import { LIMITS } from "#domain/limits.ts";
import type { Action } from "#domain/roles.ts";
import type { DropReason, Stage } from "#domain/status.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Saying } from "#domain/words/say.ts";
import type { Context, Member } from "#server/context.ts";
import { caseFor } from "#server/services/access.ts";
import type { claimsService } from "#server/services/claims.ts";
import type { Once } from "#server/services/decide.ts";
import type { Labelling, labelsService } from "#server/services/labels.ts";

/** One thing that is decided on many claims. */
export type BulkAct =
  | { act: "move"; stage: Stage; dropReason: DropReason | null }
  | { act: "assign"; assigneeId: string | null }
  | { act: "due"; dueAt: number | null }
  | { act: "review"; reviewerIds: string[] }
  | ({ act: "label" } & Labelling);

/** A claim with the version of it that was seen. */
export type SeenClaim = { claimId: string; version: number };

/** What came of it for one claim: its version now, or why nothing was done. */
export type BulkResult = { claimId: string; version: number | null; refused: Saying | string | null };

const ACTION: Record<BulkAct["act"], Action> = {
  move: "claim.move",
  assign: "claim.assign",
  due: "claim.assign",
  review: "claim.assign",
  label: "claim.edit",
};

type Verbs = { claims: ReturnType<typeof claimsService>; labels: ReturnType<typeof labelsService> };

/** Decides the same on many claims: each by itself, with its own event, and answers for each. */
export function bulkService({ db }: Context, { claims, labels }: Verbs) {
  return {
    /**
     * Every claim is decided in a transaction of its own, so one that is refused stops no other. Between two of them the
     * process goes on with everything else it has to do.
     */
    decide(
      actor: Member,
      caseNumber: number,
      { once, claims: seen, ...act }: BulkAct & { claims: readonly SeenClaim[] } & Once,
    ): Promise<BulkResult[]> {
      const parent = caseFor(db, actor, caseNumber, ACTION[act.act]);
      if (seen.length > LIMITS.bulk) throw refusal("bad_input", "bulk", "too_many", { most: LIMITS.bulk });
      return inTurn(seen, (one) =>
        attempt(one.claimId, () => decideOne(actor, parent.id, act, one, `${once}/${one.claimId}`)),
      );
    },
  };

  function decideOne(actor: Member, caseId: string, act: BulkAct, seen: SeenClaim, once: string): void {
    const { claimId, version } = seen;
    const claim = claimById(db, claimId);
    if (claim?.caseId !== caseId) throw refusal("not_found", "claims", "not_in_case");
    if (act.act === "move") {
      claims.move(actor, claimId, { stage: act.stage, dropReason: act.dropReason, version, once });
      return;
    }
    if (act.act === "label") {
      labels.set(actor, claimId, { label: act.label, on: act.on, once });
      return;
    }
    const reviewerIds = requestsOfClaim(db, claimId).map((one) => one.reviewerId);
    const stands = { assigneeId: claim.assigneeId, dueAt: claim.dueAt, reviewerIds };
    claims.assign(actor, claimId, { ...stands, ...changeOf(act, reviewerIds), version, once });
  }

  function attempt(claimId: string, decide: () => void): BulkResult {
    try {
      decide();
      return { claimId, version: claimById(db, claimId)?.version ?? null, refused: null };
    } catch (error) {
      if (!isAppError(error) || error.kind === "read_only") throw error;
      return { claimId, version: null, refused: error.saying ?? error.message };
    }
  }
}

async function inTurn(seen: readonly SeenClaim[], decide: (one: SeenClaim) => BulkResult): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  for (const one of seen) {
    results.push(decide(one));
    await nextTurn();
  }
  return results;
}

/** What of an assignment changes; the rest stays as it stands. Whoever is asked already is asked once. */
function changeOf(act: Exclude<BulkAct, { act: "move" | "label" }>, asked: readonly string[]) {
  if (act.act === "assign") return { assigneeId: act.assigneeId };
  if (act.act === "due") return { dueAt: act.dueAt };
  return { reviewerIds: [...new Set([...asked, ...act.reviewerIds])] };
}
