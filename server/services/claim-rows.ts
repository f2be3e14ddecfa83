import type { Db } from "#db/client.ts";
import { allScales } from "#db/queries/cases.ts";
import { type ClaimSummary, figuresOfCase, numbersOf, summariesOfCase } from "#db/queries/claims.ts";
import { labelsOfClaims } from "#db/queries/labels.ts";
import { releasedClaimsOf } from "#db/queries/releases.ts";
import { requestsOfCase, reviewsOfCase } from "#db/queries/reviews.ts";
import type { BoundedAmount } from "#domain/figures.ts";
import { currentSignOffs, openChangeRequests, type Review, signOffState, statusOf } from "#domain/review.ts";
import { type Mark, ratingGiven, type Scale } from "#domain/scales.ts";
import { type DropReason, isVerified, type Stage, type Status } from "#domain/status.ts";
import type { CaseRecord } from "#server/services/access.ts";
import { type Person, peopleById, pick } from "#server/services/people-view.ts";

/** Another claim of the same case. */
export type OtherClaim = { number: number; reference: string };

/** One claim as lists show it: summaries only, never a card's body. */
export type ClaimRow = {
  id: string;
  number: number;
  reference: string;
  statement: string;
  claimant: string;
  language: string;
  status: Status;
  stage: Stage;
  dropReason: DropReason | null;
  /** The claim that stays, of a duplicate. */
  duplicateOf: OtherClaim | null;
  ratingId: string | null;
  ratingLabel: string | null;
  mark: Mark;
  verdict: string;
  assignee: Person | null;
  reviewers: Person[];
  dueAt: number | null;
  sources: number;
  signOffs: { current: number; stale: number; quorum: number };
  changesRequested: boolean;
  figures: BoundedAmount[];
  labels: string[];
  contentHash: string;
  releasedIn: number | null;
  /** Under which hash the latest release that holds this claim froze it. */
  releasedHash: string | null;
  version: number;
  createdAt: number;
  updatedAt: number;
};

export const referenceOf = (caseNumber: number, claimNumber: number) => `C-${caseNumber}-${claimNumber}`;

/** The version of the scale that a claim is read on: the case's, but what was signed keeps the one it was signed on. */
export function scaleRead(
  scales: readonly Scale[],
  { scaleId }: Pick<CaseRecord, "scaleId">,
  given: { status: Status; scaleId: string },
): Scale | null {
  const id = isVerified(given.status) ? given.scaleId : scaleId;
  return scales.find((one) => one.id === id) ?? null;
}

export const otherClaim = (parent: CaseRecord, number: number | undefined): OtherClaim | null =>
  number === undefined ? null : { number, reference: referenceOf(parent.number, number) };

type Gathered = {
  parent: CaseRecord;
  scales: Scale[];
  people: Map<string, Person>;
  reviews: Map<string, Review[]>;
  requests: Map<string, string[]>;
  figures: Map<string, BoundedAmount[]>;
  labels: Map<string, string[]>;
  released: Map<string, { contentHash: string; number: number }>;
  numbers: Map<string, number>;
};

/** The claims of a case, all or only those with these ids: nine statements at most, whatever their number. */
export function claimRows(db: Db, parent: CaseRecord, only?: readonly string[]): ClaimRow[] {
  const summaries = summariesOfCase(db, parent.id, only);
  const gathered: Gathered = {
    parent,
    numbers: numbersOfOriginals(db, summaries),
    scales: allScales(db),
    people: peopleById(db),
    reviews: groupBy(reviewsOfCase(db, parent.id, only), (one) => one.claimId),
    requests: mapValues(
      groupBy(requestsOfCase(db, parent.id, only), (one) => one.claimId),
      (list) => list.map((one) => one.reviewerId),
    ),
    figures: mapValues(
      groupBy(figuresOfCase(db, parent.id, only), (one) => one.claimId),
      (list) => list.map(({ qualifier, value, upper, unit }) => ({ qualifier, value, upper, unit })),
    ),
    labels: mapValues(
      groupBy(labelsOfClaims(db, parent.id, only), (one) => one.claimId),
      (list) => list.map((one) => one.label),
    ),
    released: new Map(
      releasedClaimsOf(db, parent.id, only)
        .reverse()
        .map((one) => [one.claimId, one]),
    ),
  };
  return summaries.map((summary) => toRow(summary, gathered));
}

/** Of the claims that stay where others were dropped as their duplicates. */
function numbersOfOriginals(db: Db, summaries: readonly ClaimSummary[]): Map<string, number> {
  const ids = new Set(summaries.flatMap(({ claim }) => claim.duplicateOf ?? []));
  return new Map(ids.size === 0 ? [] : numbersOf(db, [...ids]).map(({ id, number }) => [id, number]));
}

function toRow(
  summary: ClaimSummary,
  { parent, numbers, scales, people, reviews, requests, figures, labels, released }: Gathered,
): ClaimRow {
  const { claim, contentHash } = summary;
  const given = reviews.get(claim.id) ?? [];
  const release = released.get(claim.id) ?? null;
  const status = statusOf({
    stage: claim.stage,
    contentHash,
    quorum: parent.quorum,
    reviews: given,
    releasedHash: release?.contentHash ?? null,
  });
  const named = { scaleId: summary.scaleId ?? "", ratingId: summary.ratingId ?? "" };
  const rating = ratingGiven(scaleRead(scales, parent, { status, scaleId: named.scaleId }), named);
  const current = new Set(currentSignOffs(given, contentHash).map((one) => one.reviewerId));
  return {
    id: claim.id,
    number: claim.number,
    reference: referenceOf(parent.number, claim.number),
    statement: summary.statement,
    claimant: summary.claimant,
    language: summary.language,
    status,
    stage: claim.stage,
    dropReason: claim.dropReason,
    duplicateOf: otherClaim(parent, numbers.get(claim.duplicateOf ?? "")),
    ratingId: rating?.id ?? null,
    ratingLabel: rating?.label ?? null,
    mark: rating?.mark ?? "none",
    verdict: summary.verdict ?? "",
    assignee: pick(people, claim.assigneeId),
    reviewers: (requests.get(claim.id) ?? []).flatMap((id) => pick(people, id) ?? []),
    dueAt: claim.dueAt,
    sources: summary.sourceCount,
    signOffs: { current: current.size, stale: staleSignOffs(given, contentHash).length, quorum: parent.quorum },
    changesRequested: openChangeRequests(given).length > 0,
    figures: figures.get(claim.id) ?? [],
    labels: labels.get(claim.id) ?? [],
    contentHash,
    releasedIn: release?.number ?? null,
    releasedHash: release?.contentHash ?? null,
    version: claim.version,
    createdAt: claim.createdAt,
    updatedAt: Math.max(summary.lastEditedAt, ...given.map((one) => one.at)),
  };
}

/** Each person's sign-offs that no longer fit today's content. */
export function staleSignOffs<T extends Review>(reviews: readonly T[], contentHash: string): T[] {
  return reviews.filter((one) => one.decision === "sign_off" && signOffState(one, contentHash) === "stale");
}

export function groupBy<T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}

function mapValues<T, U>(map: Map<string, T>, to: (value: T) => U): Map<string, U> {
  return new Map([...map].map(([key, value]) => [key, to(value)]));
}
