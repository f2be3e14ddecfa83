import type { z } from "zod";
import { type Card, STRING_FIELDS, TEXT_FIELDS } from "#domain/card.ts";
import { formatFigure } from "#domain/figures.ts";
import { citationOrder, rationaleText } from "#domain/rationale.ts";
import { inEnglish } from "#domain/words/english.ts";
import { type PageQuery, pageFrom } from "#server/api/pages.ts";
import type {
  cardShape,
  caseShape,
  claimShape,
  documentShape,
  nextReleaseShape,
  person,
  releaseShape,
  reviewShape,
  versionShape,
} from "#server/api/shapes.ts";
import type { CaseListRow, DocumentRow } from "#server/services/cases.ts";
import type { ClaimRow } from "#server/services/claim-rows.ts";
import type { ClaimView, ReviewView } from "#server/services/claim-view.ts";
import type { CorrectionView } from "#server/services/correction-views.ts";
import type { DocumentView } from "#server/services/document-view.ts";
import type { Person } from "#server/services/people-view.ts";
import type { Preflight } from "#server/services/preflight.ts";
import { readyHash } from "#server/services/preflight-page.ts";
import type { ReleaseRow } from "#server/services/releases.ts";

// What programs are told: a shape of its own, so that the screens may change without them.

const iso = (at: number): string => new Date(at).toISOString();

const toPerson = ({ id, name, role }: Person): z.input<typeof person> => ({ id, name, role });
export const people = (all: readonly Person[]) => ({ items: all.map(toPerson), next: null });

export const toCase = (
  origin: string,
  { number, title, restricted, createdAt, claims, counts }: CaseListRow,
): z.input<typeof caseShape> => ({
  ...{ number, title, restricted, createdAt: iso(createdAt), claims, counts },
  url: `${origin}/cases/${number}`,
});

export const toDocument = (
  origin: string,
  caseNumber: number,
  { capturedAt, ...document }: DocumentRow,
): z.input<typeof documentShape> => ({
  ...document,
  capturedAt: iso(capturedAt),
  url: `${origin}/cases/${caseNumber}/documents/${document.id}`,
});

export function toVersion({ id, version }: DocumentView): z.input<typeof versionShape> {
  const { title, outlet, originUrl, publishedOn, language, sha256, text, number, capturedAt } = version;
  const facts = { title, outlet, originUrl, publishedOn, language, sha256, text };
  return { id, version: number, capturedAt: iso(capturedAt), ...facts };
}

export function toClaim(origin: string, caseNumber: number, row: ClaimRow): z.input<typeof claimShape> {
  const { number, reference, statement, claimant, language, status, verdict, figures, sources, signOffs } = row;
  const { contentHash, releasedIn, ratingId, ratingLabel } = row;
  return {
    ...{ number, reference, statement, claimant, language, status, verdict, sources, signOffs },
    figures: figures.map((one) => formatFigure(one)),
    ...{ contentHash, releasedIn },
    rating: ratingId && ratingLabel ? { id: ratingId, label: ratingLabel } : null,
    assignee: row.assignee && toPerson(row.assignee),
    reviewers: row.reviewers.map(toPerson),
    dueAt: row.dueAt === null ? null : iso(row.dueAt),
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    url: `${origin}/cases/${caseNumber}/claims/${number}`,
  };
}

type CardGiven = z.input<typeof cardShape>["card"];

/** A card without what must not leave the desk: protected sources, and notes. */
export function toCard(card: Card): CardGiven {
  const sources = card.sources.filter((one) => !one.protected);
  const citations = citationOrder(
    card.rationale,
    sources.map((one) => one.id),
  );
  const cite = (id: string) => {
    const at = citations.indexOf(id);
    return at < 0 ? "[protected source]" : `[${at + 1}]`;
  };
  const { mode, saidWhenPrecision, labels, figures, quotes } = card;
  const words = Object.fromEntries([...TEXT_FIELDS, ...STRING_FIELDS].map((key) => [key, card[key]]));
  return {
    ...(words as Pick<CardGiven, (typeof TEXT_FIELDS)[number] | (typeof STRING_FIELDS)[number]>),
    ...{ mode, saidWhenPrecision, labels, figures, quotes },
    ...(card.media && { media: card.media }),
    sources: sources.map(({ note: _note, protected: _protected, ...source }) => source),
    protectedSources: card.sources.length - sources.length,
    rationale: rationaleText(card.rationale, cite),
    citations,
  };
}

export const toClaimWithCard = (
  origin: string,
  caseNumber: number,
  row: ClaimRow,
  { card }: ClaimView,
  corrections: readonly CorrectionView[],
): z.input<typeof cardShape> => ({
  ...toClaim(origin, caseNumber, row),
  card: toCard(card),
  corrections: corrections.map(toCorrection).toReversed(),
});

const toCorrection = ({ kind, state, what, why, at, by, releasedBefore }: CorrectionView) => ({
  ...{ kind, state, what, why, at: iso(at), releasedBefore },
  by: by && toPerson(by),
});

export const toReview = ({
  reviewer,
  at,
  id,
  decision,
  state,
  contentHash,
  note,
}: ReviewView): z.input<typeof reviewShape> => ({
  ...{ id, decision, state, contentHash, note, at: iso(at) },
  reviewer: reviewer && toPerson(reviewer),
});

export const toRelease = (
  origin: string,
  caseNumber: number,
  { number, madeAt, madeBy, claims, sha256 }: ReleaseRow,
): z.input<typeof releaseShape> => ({
  ...{ number, claims, sha256, madeAt: iso(madeAt), madeBy: madeBy && toPerson(madeBy) },
  url: `${origin}/cases/${caseNumber}/releases/${number}`,
});

/** One page of the claims of a case, by number, each where it stands before the next release. */
export function toNextRelease(
  { nextNumber, unchanged, ready, retractions, blocked }: Preflight,
  page: PageQuery,
): z.input<typeof nextReleaseShape> {
  const all = [...ready, ...blocked].sort((a, b) => a.number - b.number);
  const { items, next } = pageFrom(all, page, (one) => one.number);
  const isReady = new Set(ready);
  return {
    ...{ number: nextNumber, unchanged, next, seen: readyHash(ready) },
    counts: { ready: ready.length, blocked: blocked.length, retractions },
    ready: items.filter((one) => isReady.has(one)).map(({ number, contentHash }) => ({ claim: number, contentHash })),
    blocked: items
      .filter((one) => !isReady.has(one))
      .map(({ number, reference, reasons }) => ({
        ...{ claim: number, reference },
        reasons: reasons.map(({ message }) => inEnglish(message)),
      })),
  };
}
