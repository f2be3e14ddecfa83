import type { Db } from "#db/client.ts";
import { memberById } from "#db/queries/people.ts";
import { claimOfRelease, latestReleaseOfClaim } from "#db/queries/releases.ts";
import {
  deleteWithheldClaim,
  insertWithheldClaim,
  withheldClaimOf,
  withheldOfCase,
} from "#db/queries/withheld-claims.ts";
import type { releases } from "#db/schema/releases.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import { numberedClaim } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { referenceOf } from "#server/services/claim-rows.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";

/** Why something was taken off the public pages, for the desk alone. */
export type TakenOff = { reason: string; by: string };

export type WithheldView = TakenOff & { reference: string; at: number };

/** Single claims that the public pages do not show, whichever release holds them: a court's order, somebody in danger. */
export function withheldClaimsService({ db, now, live }: Context) {
  return {
    /** @throws AppError bad_input without a reason; conflict for a claim that never left the desk, or is withheld already. */
    withhold(
      actor: Member,
      caseNumber: number,
      claimNumber: number,
      { reason: given, once }: { reason: string } & Once,
    ): void {
      const { claim, parent } = numberedClaim(db, actor, caseNumber, claimNumber, "release.make");
      const reason = reasonIn(given);
      decideOnce({ db, now }, actor, { once, of: ["claim.withhold", claim.id, reason] }, (tx, at) => {
        if (!latestReleaseOfClaim(tx, claim.id)) throw refusal("conflict", "publishing", "never_released");
        if (withheldClaimOf(tx, claim.id)) throw refusal("conflict", "publishing", "withheld_already");
        insertWithheldClaim(tx, { claimId: claim.id, caseId: parent.id, reason, by: actor.id, at });
        const about = { actorId: actor.id, caseId: parent.id, claimId: claim.id };
        record(tx, { type: "claim.withheld", ...about, body: { reason }, at });
      });
      live.publish(parent.id, { type: "case" });
    },

    /** @throws AppError conflict when it is not withheld. */
    showAgain(actor: Member, caseNumber: number, claimNumber: number, { once }: Once): void {
      const { claim, parent } = numberedClaim(db, actor, caseNumber, claimNumber, "release.make");
      decideOnce({ db, now }, actor, { once, of: ["claim.showAgain", claim.id] }, (tx, at) => {
        if (!withheldClaimOf(tx, claim.id)) throw refusal("conflict", "publishing", "not_withheld");
        deleteWithheldClaim(tx, claim.id);
        record(tx, { type: "claim.shown_again", actorId: actor.id, caseId: parent.id, claimId: claim.id, at });
      });
      live.publish(parent.id, { type: "case" });
    },
  };
}

/** The claims of one release that its public pages do not show. */
export function withheldIn(db: Db, { id, caseId, head }: typeof releases.$inferSelect): WithheldView[] {
  return withheldOfCase(db, caseId)
    .filter(({ claimId }) => claimOfRelease(db, id, claimId) !== null)
    .map(({ number, at, by, reason }) => ({
      ...{ reference: referenceOf(head.case.number, number), at, reason, by: nameOf(db, by) },
    }));
}

export const nameOf = (db: Db, memberId: string | null): string =>
  (memberId === null ? null : memberById(db, memberId)?.name) ?? "";

/** What somebody gives as their reason. @throws AppError bad_input for none. */
export function reasonIn(given: string): string {
  const reason = given.trim();
  if (reason) return reason;
  throw refusal("bad_input", "publishing", "say_why", undefined, {
    fields: { reason: { room: "publishing", id: "say_why" } },
  });
}
