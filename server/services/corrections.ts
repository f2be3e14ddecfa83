import type { Db } from "#db/client.ts";
import { type ClaimRecord, claimById } from "#db/queries/claims.ts";
import {
  type CorrectionRow,
  caseOfCorrection,
  confirmationsOfCase,
  correctionsOfCase,
  correctionsOfClaim,
  insertConfirmation,
  insertCorrection,
  updateCorrection,
} from "#db/queries/corrections.ts";
import { lastReleaseNumber, latestReleaseOfClaim } from "#db/queries/releases.ts";
import { requestsOfClaim } from "#db/queries/reviews.ts";
import { secondLookOf, tickSecondLook } from "#db/queries/second-looks.ts";
import {
  type CorrectionKind,
  confirmersNeeded,
  correctionState,
  whyNotConfirm,
  whyNotRecord,
} from "#domain/corrections.ts";
import { notFound } from "#domain/errors.ts";
import { can } from "#domain/roles.ts";
import { refusal, refusalOf } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import { accessOf, type CaseRecord, caseFor, claimFor, numberedClaim } from "#server/services/access.ts";
import { type AuditType, record } from "#server/services/audit.ts";
import {
  type CorrectionForm,
  type CorrectionsAround,
  type CorrectionView,
  correctionForm,
  correctionsAround,
  correctionViews,
} from "#server/services/correction-views.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import { settle } from "#server/services/notify.ts";
import { tellCorrected } from "#server/services/occasions.ts";
import { changeClaim } from "#server/services/overtaken.ts";
import { mayReview } from "#server/services/reviews.ts";
import { noteSecondLooks } from "#server/services/second-looks.ts";

export type NewCorrection = {
  kind: CorrectionKind;
  what: string;
  why: string;
  /** The release and the version of the claim that were seen. */
  releasedBefore: number;
  version: number;
};

/** What is put on the record about claims that have left the desk. */
export function correctionsService({ db, now, live }: Context) {
  return {
    /** What the page before a correction shows. */
    form(actor: Member, caseNumber: number, claimNumber: number): CorrectionForm {
      const { claim, parent } = numberedClaim(db, actor, caseNumber, claimNumber, "claim.correct");
      return correctionForm(db, parent, claim);
    },

    /** Around one claim: what is on the record about it, and which other corrections concern it. */
    around(actor: Member, caseNumber: number, claimNumber: number): CorrectionsAround {
      const { claim, parent } = numberedClaim(db, actor, caseNumber, claimNumber, "case.read");
      return correctionsAround(db, actor, parent, claim);
    },

    /** All of a case, newest first. */
    ofCase(actor: Member, caseNumber: number): CorrectionView[] {
      const parent = caseFor(db, actor, caseNumber, "case.read");
      return correctionViews(db, actor, parent, correctionsOfCase(db, parent.id));
    },

    /**
     * Puts a correction or an update on the record, which opens the card again, or asks others to confirm a retraction.
     * @throws AppError conflict when the claim was decided on, or released, since it was seen.
     */
    prepare(
      actor: Member,
      caseNumber: number,
      claimNumber: number,
      { kind, what, why, releasedBefore, version, once }: NewCorrection & Once,
    ): { id: number } {
      const { claim, parent } = numberedClaim(db, actor, caseNumber, claimNumber, "claim.correct");
      demandWords({ what, why });
      const of = ["claim.correct", claim.id, kind, what, why, releasedBefore, version];
      const made = decideOnce({ db, now }, actor, { once, of }, (tx, at) => {
        demandRecordable(tx, claim.id, kind, releasedBefore);
        const isReopened = kind !== "retraction" && claim.stage === "dropped";
        changeClaim(tx, parent, { id: claim.id, version }, isReopened ? REOPENED : {});
        const words = { what: what.trim(), why: why.trim() };
        const facts = { caseId: parent.id, claimId: claim.id, kind, ...words, by: actor.id, at, releasedBefore };
        const correction = correctionOf(tx, parent, insertCorrection(tx, facts));
        if (isReopened) noteMove(tx, { actor, parent, claim, at });
        if (kind === "retraction") askToConfirm(tx, { actor, parent, correction, at });
        else putInForce(tx, { actor, parent, correction, at });
        return { id: correction.id };
      });
      live.publish(parent.id, { type: "claim", claimId: claim.id });
      return made;
    },

    /** Stands behind a retraction that somebody else asked for; with enough people behind it the claim is withdrawn. */
    confirm(actor: Member, caseNumber: number, id: number, { once }: Once): { isWithdrawn: boolean } {
      const parent = caseFor(db, actor, caseNumber, "claim.review");
      const { claimId } = correctionOf(db, parent, id);
      const result = decideOnce({ db, now }, actor, { once, of: ["correction.confirm", id] }, (tx, at) => {
        const correction = correctionOf(tx, parent, id);
        demandConfirmer(tx, actor, parent, correction);
        insertConfirmation(tx, { correctionId: id, memberId: actor.id, at });
        settle(tx, { claimId, memberId: actor.id, reasons: ["changed_after_release"], at });
        note(tx, "claim.retraction_confirmed", { actor, parent, correction, at });
        const isWithdrawn = confirmersOf(tx, correction).length >= confirmersNeeded(parent.quorum);
        if (isWithdrawn) withdraw(tx, { actor, parent, correction, at });
        return { isWithdrawn };
      });
      live.publish(parent.id, { type: "claim", claimId });
      return result;
    },

    /** Takes back what no release has carried yet. It stays on the record as taken back. */
    takeBack(actor: Member, caseNumber: number, id: number, { once }: Once): void {
      const parent = caseFor(db, actor, caseNumber, "claim.correct");
      const { claimId } = correctionOf(db, parent, id);
      decideOnce({ db, now }, actor, { once, of: ["correction.takeBack", id] }, (tx, at) => {
        const correction = correctionOf(tx, parent, id);
        demandNotCarried(tx, correction);
        updateCorrection(tx, id, { takenBackAt: at, takenBackBy: actor.id });
        note(tx, "claim.correction_taken_back", { actor, parent, correction, at });
        const claim = claimById(tx, claimId);
        if (claim?.dropReason !== "retracted" || correction.kind !== "retraction") return;
        changeClaim(tx, parent, claim, REOPENED);
        noteMove(tx, { actor, parent, claim, at });
      });
      live.publish(parent.id, { type: "claim", claimId });
    },

    /** Ticks off that somebody looked again at a claim that rests on the same as a corrected one. */
    lookedAt(actor: Member, claimId: string, { correctionId, once }: { correctionId: number } & Once): void {
      const { parent } = claimFor(db, actor, claimId, "claim.edit");
      decideOnce({ db, now }, actor, { once, of: ["correction.lookedAt", correctionId, claimId] }, (tx, at) => {
        const look = secondLookOf(tx, correctionId, claimId);
        if (!look || !mayReadCorrection(tx, actor, correctionId)) throw notFound("correction");
        if (look.lookedAt !== null) throw refusal("conflict", "corrections", "looked_already");
        tickSecondLook(tx, { correctionId, claimId, lookedAt: at, lookedBy: actor.id });
        record(tx, {
          ...{ type: "claim.looked_at", actorId: actor.id, caseId: parent.id, claimId, at },
          body: { correctionId },
        });
        settle(tx, { claimId, memberId: actor.id, reasons: ["changed_after_release"], at });
      });
      live.publish(parent.id, { type: "claim", claimId });
    },
  };
}

const REOPENED = { stage: "researching", dropReason: null, duplicateOf: null } as const;

type Deed = { actor: Member; parent: CaseRecord; correction: CorrectionRow; at: number };

function correctionOf(tx: Db, parent: CaseRecord, id: number): CorrectionRow {
  const found = correctionsOfCase(tx, parent.id).find((one) => one.id === id);
  if (!found) throw notFound("correction");
  return found;
}

/** Of which claim, and that there is one, is for those who may open its case. */
function mayReadCorrection(tx: Db, actor: Member, id: number): boolean {
  const parent = caseOfCorrection(tx, id);
  return parent !== null && can(actor, "case.read", accessOf(tx, parent));
}

const confirmersOf = (tx: Db, { id, caseId }: CorrectionRow): string[] =>
  confirmationsOfCase(tx, caseId).flatMap((one) => (one.correctionId === id ? [one.memberId] : []));

function demandWords(words: { what: string; why: string }): void {
  const empty = (["what", "why"] as const).filter((part) => words[part].trim() === "");
  const saying = (part: "what" | "why") => ({ room: "corrections", id: `say_${part}` }) as const;
  if (empty[0] === undefined) return;
  const fields = Object.fromEntries(empty.map((part) => [part, saying(part)]));
  throw refusalOf("bad_input", saying(empty[0]), { fields });
}

function demandRecordable(tx: Db, claimId: string, kind: CorrectionKind, releasedBefore: number): void {
  const number = latestReleaseOfClaim(tx, claimId)?.number ?? null;
  const why = whyNotRecord(kind, correctionsOfClaim(tx, claimId), number);
  if (why) throw refusalOf("conflict", why);
  if (number !== releasedBefore)
    throw refusal("conflict", "corrections", "released_meanwhile", { number: number ?? 0 });
}

function demandConfirmer(tx: Db, actor: Member, parent: CaseRecord, correction: CorrectionRow): void {
  const asked = requestsOfClaim(tx, correction.claimId).map((one) => one.reviewerId);
  const notAsked = mayReview(actor, accessOf(tx, parent), asked);
  if (notAsked) throw refusalOf("forbidden", notAsked);
  const why = whyNotConfirm(actor.id, correction, confirmersOf(tx, correction));
  if (why) throw refusalOf("conflict", why);
}

function demandNotCarried(tx: Db, correction: CorrectionRow): void {
  const last = {
    ofClaim: latestReleaseOfClaim(tx, correction.claimId)?.number ?? 0,
    ofCase: lastReleaseNumber(tx, correction.caseId),
  };
  const state = correctionState(correction, last);
  if (state === "taken_back") throw refusal("conflict", "corrections", "taken_back_already");
  if (state === "released") throw refusal("conflict", "corrections", "carried_already");
}

function askToConfirm(tx: Db, deed: Deed): void {
  note(tx, "claim.retraction_asked", deed);
  tellCorrected(tx, deedOf(deed), { kind: "retraction", isAsked: true, what: deed.correction.what });
}

/** From now on the next release carries it. */
function putInForce(tx: Db, deed: Deed): void {
  const { parent, correction, actor, at } = deed;
  updateCorrection(tx, correction.id, { inForceAt: at, inForceAfter: lastReleaseNumber(tx, parent.id) });
  note(tx, "claim.corrected", deed);
  tellCorrected(tx, deedOf(deed), { kind: correction.kind, isAsked: false, what: correction.what });
  noteSecondLooks(tx, correction, { parent, actorId: actor.id, at });
}

function withdraw(tx: Db, deed: Deed): void {
  const claim = claimById(tx, deed.correction.claimId);
  if (!claim) throw notFound("claim");
  changeClaim(tx, deed.parent, claim, { stage: "dropped", dropReason: "retracted", duplicateOf: null });
  noteMove(tx, { ...deed, claim, to: "dropped" });
  putInForce(tx, deed);
}

const deedOf = ({ actor, parent, correction, at }: Deed) => ({
  ...{ actorId: actor.id, caseId: parent.id, claimId: correction.claimId, at },
});

/** A release shows this event to strangers: it says what the release says, and nothing more. */
function note(tx: Db, type: AuditType, deed: Deed): void {
  const { id, kind, what, why, by, releasedBefore } = deed.correction;
  const body = { correctionId: id, kind, what, why, by, releasedBefore };
  // How many people a retraction takes is counted when it is confirmed; the case may ask for others later.
  const asked = kind === "retraction" ? { quorum: deed.parent.quorum } : {};
  record(tx, { type, ...deedOf(deed), body: { ...body, ...asked } });
}

type Moved = Omit<Deed, "correction"> & { claim: ClaimRecord; to?: "dropped" | "researching" };

function noteMove(tx: Db, { actor, parent, claim, at, to = "researching" }: Moved): void {
  const body = { from: claim.stage, to, reason: to === "dropped" ? "retracted" : null, duplicateOf: null };
  record(tx, { type: "claim.moved", actorId: actor.id, caseId: parent.id, claimId: claim.id, body, at });
}
