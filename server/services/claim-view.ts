import type { Db } from "#db/client.ts";
import { missingVersions } from "#db/queries/card-versions.ts";
import { allScales } from "#db/queries/cases.ts";
import { type ClaimRecord, cardOf, claimById } from "#db/queries/claims.ts";
import { quarantineOf } from "#db/queries/collab.ts";
import { eventsOfClaim } from "#db/queries/decisions.ts";
import { versionsOfCase } from "#db/queries/documents.ts";
import { labelsOfCase } from "#db/queries/labels.ts";
import { releasedClaimsOf } from "#db/queries/releases.ts";
import { requestsOfClaim, reviewsOfClaim } from "#db/queries/reviews.ts";
import type { Card } from "#domain/card.ts";
import type { Amounts } from "#domain/card-amounts.ts";
import { isAppError, notFound } from "#domain/errors.ts";
import { type Missing, missingParts } from "#domain/missing.ts";
import { CARD_LAYOUT } from "#domain/protocol.ts";
import { type SignOffState, signOffState, statusOf, whyNotSign } from "#domain/review.ts";
import { can, isInCase } from "#domain/roles.ts";
import type { Scale } from "#domain/scales.ts";
import type { DropReason, Stage, Status } from "#domain/status.ts";
import type { Saying } from "#domain/words/say.ts";
import type { Context, Member } from "#server/context.ts";
import { accessOf, type CaseRecord } from "#server/services/access.ts";
import { type OtherClaim, otherClaim, referenceOf, scaleRead } from "#server/services/claim-rows.ts";
import { activePeople, type Person, peopleById, pick } from "#server/services/people-view.ts";
import { mayReview } from "#server/services/reviews.ts";

export type ReviewView = {
  id: string;
  reviewer: Person | null;
  decision: "sign_off" | "request_changes";
  contentHash: string;
  /** The card exactly as it was when this was decided. */
  card: Card;
  note: string;
  at: number;
  withdrawnAt: number | null;
  supersededAt: number | null;
  state: SignOffState | "open" | "cleared";
  mine: boolean;
  canWithdraw: boolean;
  canClear: boolean;
};

export type QuotePlace = {
  id: string;
  documentId: string;
  versionNumber: number;
  documentTitle: string;
  outlet: string;
};

/** A version that was kept because somebody took out much of the card. */
export type TakenOut = { id: number; by: Person | null; at: number; before: Amounts };

export type ClaimView = {
  id: string;
  number: number;
  reference: string;
  caseId: string;
  card: Card;
  contentHash: string;
  lastEditor: Person | null;
  lastEditedAt: number;
  quarantined: string | null;
  layout: number;
  status: Status;
  stage: Stage;
  dropReason: DropReason | null;
  duplicateOf: OtherClaim | null;
  /** Who dropped it and when, while it is dropped. */
  dropped: { by: Person | null; at: number } | null;
  version: number;
  assignee: Person | null;
  reviewers: Person[];
  dueAt: number | null;
  quorum: number;
  /** The version of the scale that its rating is read on. */
  scale: Scale | null;
  reviews: ReviewView[];
  whyNotSign: Saying | null;
  releasedIn: number | null;
  quotes: QuotePlace[];
  /** More than half of what a card may hold is used. */
  isHalfFull: boolean;
  /** The labels that claims of the case have. */
  labelsOffered: string[];
  /** What somebody took out last, while nobody has put it back or said that it was meant. */
  takenOut: TakenOut | null;
  missing: Missing[];
  people: Person[];
  can: Record<"edit" | "assign" | "take" | "review" | "move" | "override", boolean>;
};

/** The tables follow an open card by up to half a second; a card that cannot be written is shown as they have it. */
function showWhatIsSaved(rooms: Context["rooms"], claimId: string): void {
  try {
    rooms.freeze(claimId);
  } catch (error) {
    if (!isAppError(error)) throw error;
  }
}

/** The whole of one claim for its own screen: the projected card and every decision on it. */
export function claimView({ db, rooms }: Context, actor: Member, parent: CaseRecord, claim: ClaimRecord): ClaimView {
  showWhatIsSaved(rooms, claim.id);
  const projected = cardOf(db, claim.id);
  if (!projected) throw notFound("claim");
  const people = peopleById(db);
  const access = accessOf(db, parent);
  const reviews = reviewsOfClaim(db, claim.id);
  const requests = requestsOfClaim(db, claim.id).map((one) => one.reviewerId);
  const release = releasedClaimsOf(db, parent.id).find((one) => one.claimId === claim.id) ?? null;
  const { card, contentHash, lastEditorId } = projected;
  const standing = { contentHash, quorum: parent.quorum, stage: claim.stage };
  const status = statusOf({ ...standing, reviews, releasedHash: release?.contentHash ?? null });
  const scale = scaleShown(allScales(db), parent, { status, scaleId: card.scaleId });
  const may = (action: Parameters<typeof can>[1]) => can(actor, action, access);
  return {
    id: claim.id,
    number: claim.number,
    reference: referenceOf(parent.number, claim.number),
    caseId: parent.id,
    card,
    contentHash,
    lastEditor: pick(people, lastEditorId),
    lastEditedAt: projected.lastEditedAt,
    quarantined: quarantineOf(db, claim.id)?.reason ?? null,
    layout: CARD_LAYOUT,
    status,
    stage: claim.stage,
    dropReason: claim.dropReason,
    duplicateOf: otherClaim(parent, claimById(db, claim.duplicateOf ?? "")?.number),
    dropped: claim.stage === "dropped" ? droppedBy(db, claim.id, people) : null,
    version: claim.version,
    assignee: pick(people, claim.assigneeId),
    reviewers: requests.flatMap((id) => pick(people, id) ?? []),
    dueAt: claim.dueAt,
    quorum: parent.quorum,
    scale,
    reviews: reviews.map((one) => toReviewView(one, contentHash, actor, people)).reverse(),
    whyNotSign: mayReview(actor, access, requests) ?? whyNotSign(actor.id, reviews, { ...standing, lastEditorId }),
    releasedIn: release?.number ?? null,
    quotes: quotePlaces(versionsOfCase(db, parent.id), card),
    labelsOffered: labelsOfCase(db, parent.id),
    isHalfFull: rooms.fullness(claim.id) >= 0.5,
    takenOut: lastTakenOut(db, claim.id, people),
    missing: missingParts(card, scale),
    people: activePeople(db).filter((one) => isInCase(one, access) && one.role !== "viewer"),
    can: {
      edit: may("claim.edit"),
      assign: may("claim.assign"),
      take: may("claim.take"),
      review: mayReview(actor, access, requests) === null,
      move: may("claim.move"),
      override: may("claim.override"),
    },
  };
}

/** In a case without labels a rating that was left over is still shown, so that somebody can take it away. */
function scaleShown(scales: readonly Scale[], parent: CaseRecord, given: { status: Status; scaleId: string }) {
  const left = parent.scaleId === null ? scales.find((one) => one.id === given.scaleId) : undefined;
  return scaleRead(scales, parent, given) ?? left ?? null;
}

function droppedBy(db: Db, claimId: string, people: Map<string, Person>): ClaimView["dropped"] {
  const event = eventsOfClaim(db, claimId).findLast((one) => one.type === "claim.moved");
  return event ? { by: pick(people, event.actorId), at: event.at } : null;
}

function lastTakenOut(db: Db, claimId: string, people: Map<string, Person>): TakenOut | null {
  const version = missingVersions(db, claimId).at(-1);
  return version
    ? { id: version.id, by: pick(people, version.memberId), at: version.at, before: version.before }
    : null;
}

type StoredReview = ReturnType<typeof reviewsOfClaim>[number];

function toReviewView(one: StoredReview, contentHash: string, actor: Member, people: Map<string, Person>): ReviewView {
  const mine = one.reviewerId === actor.id;
  const state = one.decision === "sign_off" ? signOffState(one, contentHash) : changeRequestState(one);
  return {
    id: one.id,
    reviewer: pick(people, one.reviewerId),
    decision: one.decision,
    contentHash: one.contentHash,
    card: one.card,
    note: one.note,
    at: one.at,
    withdrawnAt: one.withdrawnAt,
    supersededAt: one.supersededAt,
    state,
    mine,
    canWithdraw: mine && one.decision === "sign_off" && (state === "current" || state === "stale"),
    canClear: state === "open" && (mine || can(actor, "claim.override")),
  };
}

function changeRequestState(one: StoredReview): ReviewView["state"] {
  if (one.withdrawnAt !== null) return "withdrawn";
  return one.clearedAt !== null || one.supersededAt !== null ? "cleared" : "open";
}

function quotePlaces(versions: ReturnType<typeof versionsOfCase>, card: Card): QuotePlace[] {
  return card.quotes.flatMap((quote) => {
    const version = versions.find((one) => one.id === quote.versionId);
    if (!version) return [];
    const { documentId, number: versionNumber, title: documentTitle, outlet } = version;
    return [{ id: quote.id, documentId, versionNumber, documentTitle, outlet }];
  });
}
