import * as Y from "yjs";
import { type CardVersion, settleVersion, versionOfClaim } from "#db/queries/card-versions.ts";
import { cardOf } from "#db/queries/claims.ts";
import type { Card } from "#domain/card.ts";
import { notFound } from "#domain/errors.ts";
import { refusal } from "#domain/words/refusal.ts";
import { cardAt, putBackEdit } from "#server/collab/put-back.ts";
import type { Context, Member } from "#server/context.ts";
import { claimFor, numberedClaim } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { peopleById } from "#server/services/people-view.ts";

export type Chosen = { versionId: number } & Once;

/** Versions of a card that the server kept because somebody took out much of it: to read, to put back, to let go. */
export function cardVersionsService({ db, now, rooms, live }: Context) {
  return {
    /** The card as it was before the deletion. */
    read(actor: Member, caseNumber: number, claimNumber: number, versionId: number): Card {
      const { claim } = numberedClaim(db, actor, caseNumber, claimNumber, "case.read");
      const version = versionOfClaim(db, claim.id, versionId);
      if (!version) throw notFound("version");
      return cardAt(db, claim.id, version.seq);
    },

    /** Brings back what the deletion took out, where it stood; what was written since stays. */
    putBack(actor: Member, claimId: string, { versionId, once }: Chosen): void {
      settle(actor, claimId, { versionId, once }, "put_back", (version) => {
        const edit = putBackEdit(db, version, rooms.freeze(claimId).card);
        if (!edit) throw refusal("conflict", "card", "all_there_again");
        rooms.edit(claimId, actor.id, (doc) => Y.applyUpdate(doc, edit));
      });
    },

    /** Says that the deletion was meant, so that nobody is asked about it any more. */
    leaveOut(actor: Member, claimId: string, { versionId, once }: Chosen): void {
      settle(actor, claimId, { versionId, once }, "left_out", (version) => {
        if (version.outcome === "came_back") throw refusal("conflict", "card", "came_back");
      });
    },
  };

  function settle(
    actor: Member,
    claimId: string,
    { versionId, once }: Chosen,
    outcome: "put_back" | "left_out",
    carryOut: (version: CardVersion) => void,
  ): void {
    const { parent } = claimFor(db, actor, claimId, "claim.edit");
    if (!versionOfClaim(db, claimId, versionId)) throw notFound("version");
    decideOnce({ db, now }, actor, { once, of: ["card", outcome, claimId, versionId] }, (tx, at) => {
      const version = versionOfClaim(tx, claimId, versionId);
      if (!version) throw notFound("version");
      demandOpen(version, outcome);
      carryOut(version);
      settleVersion(tx, versionId, { outcome, settledBy: actor.id, settledAt: at });
      const type = outcome === "put_back" ? "claim.put_back" : "claim.left_out";
      const contentHash = cardOf(tx, claimId)?.contentHash ?? null;
      const body = { memberId: version.memberId, takenOutAt: version.at, contentHash };
      record(tx, { type, actorId: actor.id, caseId: parent.id, claimId, body, at });
    });
    live.publish(parent.id, { type: "claim", claimId });
  }

  /** What was put back is there; what was left out on purpose may still be put back. */
  function demandOpen({ outcome, settledBy }: CardVersion, wanted: "put_back" | "left_out"): void {
    if (outcome !== "put_back" && outcome !== wanted) return;
    const who = peopleById(db).get(settledBy ?? "")?.name ?? ({ room: "claims", id: "somebody" } as const);
    throw refusal("conflict", "card", outcome === "put_back" ? "put_back_already" : "left_out_already", { who });
  }
}
