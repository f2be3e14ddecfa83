import type { Db } from "#db/client.ts";
import { type ClaimRecord, cardOf } from "#db/queries/claims.ts";
import { type CorrectionRow, confirmationsOfCase, correctionsOfClaim } from "#db/queries/corrections.ts";
import { lastReleaseNumber, releasedClaimsOf } from "#db/queries/releases.ts";
import { requestsOfCase } from "#db/queries/reviews.ts";
import { secondLooksAt, secondLooksOf } from "#db/queries/second-looks.ts";
import type { Ground } from "#db/schema/corrections.ts";
import {
  type CorrectionKind,
  type CorrectionState,
  confirmersNeeded,
  correctionState,
  isOpened,
  isWithdrawn,
  whyNotConfirm,
  whyNotRecord,
} from "#domain/corrections.ts";
import { can } from "#domain/roles.ts";
import type { Status } from "#domain/status.ts";
import type { Saying } from "#domain/words/say.ts";
import type { Member } from "#server/context.ts";
import { accessOf, type CaseRecord } from "#server/services/access.ts";
import { groupBy, referenceOf } from "#server/services/claim-rows.ts";
import { claimStatus } from "#server/services/claim-status.ts";
import { type Person, peopleById, pick } from "#server/services/people-view.ts";
import { mayReview } from "#server/services/reviews.ts";

/** What the page before a correction shows; `whyNot` where nothing of that kind can be recorded now. */
export type CorrectionForm = {
  number: number;
  reference: string;
  statement: string;
  language: string;
  status: Status;
  version: number;
  releasedIn: number | null;
  isChanged: boolean;
  whyNot: Record<CorrectionKind, Saying | null>;
  /** How many others have to confirm a retraction. */
  confirmers: number;
};

export type Looked = { by: Person | null; at: number };

/** A claim that rested on the same, as whoever may open its case sees it. */
export type RestingView = {
  claimId: string;
  reference: string;
  to: string;
  statement: string;
  language: string;
  grounds: Ground[];
  source: string;
  heldIn: number[];
  looked: Looked | null;
};

export type CorrectionView = {
  id: number;
  kind: CorrectionKind;
  state: CorrectionState;
  reference: string;
  claimNumber: number;
  what: string;
  why: string;
  at: number;
  by: Person | null;
  releasedBefore: number;
  /** The release that was the first to carry it. */
  carriedIn: number | null;
  takenBackBy: Person | null;
  confirmedBy: Person[];
  confirmers: number;
  whyNotConfirm: Saying | null;
  canTakeBack: boolean;
  resting: RestingView[];
};

/** A correction of another claim that rests on the same as this one. */
export type SecondLook = {
  correctionId: number;
  reference: string;
  to: string;
  kind: CorrectionKind;
  what: string;
  grounds: Ground[];
  source: string;
  looked: Looked | null;
};

export type CorrectionsAround = {
  claimId: string;
  releasedIn: number | null;
  /** The card says something else than the release that holds it. */
  isChanged: boolean;
  /** A correction or an update of it is on the record, and no release has carried it yet. */
  isOpened: boolean;
  isWithdrawn: boolean;
  records: CorrectionView[];
  looks: SecondLook[];
  can: Record<"correct" | "look", boolean>;
};

export function correctionForm(db: Db, parent: CaseRecord, claim: ClaimRecord): CorrectionForm {
  const card = cardOf(db, claim.id);
  const release = releasedClaimsOf(db, parent.id).find((one) => one.claimId === claim.id);
  const those = correctionsOfClaim(db, claim.id);
  const why = (kind: CorrectionKind) => whyNotRecord(kind, those, release?.number ?? null);
  return {
    ...{ number: claim.number, version: claim.version, reference: referenceOf(parent.number, claim.number) },
    ...{ statement: card?.statement ?? "", language: card?.language ?? "", status: claimStatus(db, parent, claim) },
    releasedIn: release?.number ?? null,
    isChanged: release !== undefined && release.contentHash !== card?.contentHash,
    whyNot: { correction: why("correction"), update: why("update"), retraction: why("retraction") },
    confirmers: confirmersNeeded(parent.quorum),
  };
}

export function correctionsAround(db: Db, actor: Member, parent: CaseRecord, claim: ClaimRecord): CorrectionsAround {
  const release = releasedClaimsOf(db, parent.id).find((one) => one.claimId === claim.id);
  const those = correctionsOfClaim(db, claim.id);
  const people = peopleById(db);
  const access = accessOf(db, parent);
  const looks = secondLooksAt(db, claim.id, actor).map(({ look, kind, what, number, caseNumber }) => ({
    ...{ correctionId: look.correctionId, kind, what, grounds: look.grounds, source: look.source },
    ...{ reference: referenceOf(caseNumber, number), to: `/cases/${caseNumber}/claims/${number}#corrections` },
    looked: looked(look, people),
  }));
  return {
    claimId: claim.id,
    releasedIn: release?.number ?? null,
    isChanged: release !== undefined && release.contentHash !== cardOf(db, claim.id)?.contentHash,
    isOpened: release !== undefined && isOpened(those, release.number),
    isWithdrawn: isWithdrawn(those),
    records: correctionViews(db, actor, parent, those),
    looks,
    can: { correct: can(actor, "claim.correct", access), look: can(actor, "claim.edit", access) },
  };
}

/** Corrections of one case as its people see them, newest first. */
export function correctionViews(
  db: Db,
  actor: Member,
  parent: CaseRecord,
  rows: readonly CorrectionRow[],
): CorrectionView[] {
  if (rows.length === 0) return [];
  const people = peopleById(db);
  const access = accessOf(db, parent);
  const confirmed = groupBy(confirmationsOfCase(db, parent.id), (one) => String(one.correctionId));
  const released = groupBy(releasedClaimsOf(db, parent.id), (one) => one.claimId);
  const ids = rows.map((one) => one.id);
  const resting = groupBy(secondLooksOf(db, ids, actor), (one) => String(one.look.correctionId));
  const asked = groupBy(
    requestsOfCase(db, parent.id, [...new Set(rows.map((one) => one.claimId))]),
    (one) => one.claimId,
  );
  const ofCase = lastReleaseNumber(db, parent.id);
  return rows.map(toView).reverse();

  function toView(one: CorrectionRow): CorrectionView {
    const holding = (released.get(one.claimId) ?? []).map(({ number }) => number);
    const state = correctionState(one, { ofClaim: holding[0] ?? 0, ofCase });
    const confirmers = (confirmed.get(String(one.id)) ?? []).map(({ memberId }) => memberId);
    const reviewers = (asked.get(one.claimId) ?? []).map(({ reviewerId }) => reviewerId);
    const after = one.inForceAfter ?? 0;
    const first = one.kind === "retraction" ? after + 1 : (holding.findLast((number) => number > after) ?? null);
    return {
      ...{ id: one.id, kind: one.kind, state, what: one.what, why: one.why, releasedBefore: one.releasedBefore },
      ...{ reference: referenceOf(parent.number, one.number), claimNumber: one.number },
      ...{ at: one.inForceAt ?? one.at, by: pick(people, one.by), takenBackBy: pick(people, one.takenBackBy) },
      carriedIn: state === "released" ? first : null,
      confirmedBy: confirmers.flatMap((id) => pick(people, id) ?? []),
      confirmers: confirmersNeeded(parent.quorum),
      whyNotConfirm: mayReview(actor, access, reviewers) ?? whyNotConfirm(actor.id, one, confirmers),
      canTakeBack: can(actor, "claim.correct", access) && (state === "waiting" || state === "open"),
      resting: (resting.get(String(one.id)) ?? []).map((row) => toResting(row, people)),
    };
  }
}

function toResting(
  { look, number, caseNumber, statement, language, heldIn }: ReturnType<typeof secondLooksOf>[number],
  people: Map<string, Person>,
): RestingView {
  return {
    ...{ claimId: look.claimId, statement, language, grounds: look.grounds, source: look.source },
    ...{ reference: referenceOf(caseNumber, number), to: `/cases/${caseNumber}/claims/${number}` },
    heldIn: (heldIn ?? "").split(",").filter(Boolean).map(Number),
    looked: looked(look, people),
  };
}

function looked(
  { lookedAt, lookedBy }: { lookedAt: number | null; lookedBy: string | null },
  people: Map<string, Person>,
): Looked | null {
  return lookedAt === null ? null : { at: lookedAt, by: pick(people, lookedBy) };
}
