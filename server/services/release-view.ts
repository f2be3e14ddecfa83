import type { AssertionMode, SourceRank, Stance } from "#domain/card.ts";
import { type ReleasedClaim, type ReleaseHead, scalesOf } from "#domain/claim-set.ts";
import type { ReleasedCorrection } from "#domain/corrections.ts";
import type { Figure } from "#domain/figures.ts";
import type { Media } from "#domain/media.ts";
import type { PartOfList } from "#domain/part-of-list.ts";
import type { Block, Inline } from "#domain/rationale.ts";
import type { Mark } from "#domain/scales.ts";
import {
  type ClaimFacts,
  citationNumber,
  claimFacts,
  type NumberedSource,
  PROTECTED,
} from "#server/export/claim-facts.ts";
import { oneLine, readable } from "#server/export/safe-text.ts";
import type { Shown } from "#server/services/release-part.ts";

export type ReleasedSourceView = {
  /** Unlike the source's own id, given once on the whole page. */
  anchor: string;
  number: number;
  stance: Stance;
  title: string;
  url: string;
  /** Publisher, author, date and locator, as far as they are known. */
  about: string[];
  rank: SourceRank | null;
  quote: string;
  quoteLanguage: string;
  archivedUrl: string;
};

export type QuoteView = {
  id: string;
  exact: string;
  language: string;
  where: { title: string; version: number } | null;
};

export type ReleasedClaimView = {
  reference: string;
  claimNumber: number;
  language: string;
  statement: string;
  verdict: string;
  mark: Mark;
  ratingLabel: string | null;
  claimant: string;
  mode: AssertionMode | null;
  /** Those who are somebody else than the claimant. */
  speaker: string;
  organisation: string;
  outlet: string;
  said: string[];
  /** The picture, video or recording that it is about. */
  media: Media | null;
  figures: ReleasedFigure[];
  quotes: QuoteView[];
  /** Citations name the anchor of their source. */
  rationale: Block[];
  gaps: string;
  sources: ReleasedSourceView[];
  protectedSources: number;
  signOffs: { name: string; at: number }[];
  contentHash: string | null;
  /** The release that held it first, where that is not this one. */
  firstReleasedIn: number | null;
  changedSince: number | null;
  corrections: ReleasedCorrectionView[];
};

export type ReleasedCorrectionView = Omit<ReleasedCorrection, "at" | "claimId" | "memberId"> & { at: number };

export type ReleasedFigure = Omit<Figure, "id">;

export type ReleaseView = {
  number: number;
  /** The number of the case's latest release. */
  newest: number;
  madeAt: number;
  madeBy: string;
  sha256: string;
  quorum: number;
  scales: { name: string; version: number }[];
  /** Claims of earlier releases that are withdrawn. */
  retractions: ReleasedCorrectionView[];
  /** How many claims it holds, and where those stand among them that are shown. */
  count: number;
  part: PartOfList;
  claims: ReleasedClaimView[];
};

type Stored = { number: number; madeAt: number; sha256: string; head: ReleaseHead; count: number } & Shown;

/** One release as a page shows it: the same facts in the same words as the printed report. */
export function releaseView(stored: Stored, newest: number): ReleaseView {
  const { number, madeAt, sha256, head, count, part, claims } = stored;
  return {
    number,
    newest,
    madeAt,
    madeBy: oneLine(head.release.madeBy),
    sha256,
    quorum: head.quorum,
    scales: scalesOf(head).map((one) => ({ name: oneLine(one.name), version: one.version })),
    retractions: (head.retractions ?? []).map(correctionView),
    ...{ count, part },
    claims: claims.map((claim) => claimView(head, claim)),
  };
}

function claimView(head: ReleaseHead, claim: ReleasedClaim): ReleasedClaimView {
  const facts = claimFacts(head, claim);
  const { card, reference, contentHash } = claim;
  return {
    reference,
    claimNumber: Number(/\d+$/.exec(reference)?.[0]),
    language: card.language,
    statement: oneLine(card.statement),
    verdict: readable(card.verdict),
    mark: facts.mark,
    ratingLabel: oneLine(facts.rating?.label ?? "") || null,
    claimant: oneLine(card.claimant),
    mode: card.mode,
    ...attributed(card),
    said: [card.saidWhen, card.saidWhere].map(oneLine).filter(Boolean),
    media: card.media ? mediaView(card.media) : null,
    figures: card.figures.filter(({ value }) => value !== "").map(figureView),
    quotes: facts.quotes.map((one, at) => quoteView(one, card.quotes[at]?.id ?? "")),
    rationale: blocksView(facts, card.rationale),
    gaps: readable(card.gaps),
    sources: facts.sources.map((one) => sourceView(reference, one)),
    protectedSources: facts.protectedSources,
    signOffs: claim.signOffs.map(({ name, at }) => ({ name: oneLine(name), at: Date.parse(at) })),
    contentHash,
    firstReleasedIn: claim.firstReleasedIn === head.release.number ? null : claim.firstReleasedIn,
    changedSince: claim.changedSince,
    corrections: (claim.corrections ?? []).map(correctionView),
  };
}

function correctionView({
  claimId: _claimId,
  memberId: _memberId,
  what,
  why,
  by,
  at,
  ...one
}: ReleasedCorrection): ReleasedCorrectionView {
  return { ...one, what: readable(what), why: readable(why), by: oneLine(by), at: Date.parse(at) };
}

function attributed({ claimant, ...card }: ReleasedClaim["card"]) {
  const other = (name: string) => (name === claimant ? "" : oneLine(name));
  return { speaker: other(card.speaker), organisation: other(card.organisation), outlet: other(card.outlet) };
}

function mediaView({ original, context, ...media }: Media): Media {
  return { ...media, original: oneLine(original), context: oneLine(context) };
}

function quoteView({ exact, document }: ClaimFacts["quotes"][number], id: string): QuoteView {
  const where = document && { title: oneLine(document.title), version: document.number };
  return { id, exact: readable(exact), language: document?.language ?? "", where };
}

function figureView({ qualifier, value, upper, unit, asOf }: Figure): ReleasedFigure {
  return { qualifier, value: oneLine(value), upper: oneLine(upper), unit: oneLine(unit), asOf: oneLine(asOf) };
}

const anchorOf = (reference: string, number: number) => `${reference}-${number}`;

function sourceView(reference: string, source: NumberedSource): ReleasedSourceView {
  const { number, stance, title, url, quote, quoteLanguage, archivedUrl } = source;
  return {
    anchor: anchorOf(reference, number),
    number,
    stance,
    title: oneLine(title || url),
    url,
    about: [source.publisher, source.author, source.date, source.locator].map(oneLine).filter(Boolean),
    rank: source.rank,
    quote: readable(quote),
    quoteLanguage,
    archivedUrl,
  };
}

function blocksView(facts: ClaimFacts, blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    if (block.type === "paragraph") return { ...block, children: block.children.map((one) => inlineView(facts, one)) };
    if (block.type === "blockquote") return { ...block, children: blocksView(facts, block.children) };
    return { ...block, entries: block.entries.map((entry) => blocksView(facts, entry)) };
  });
}

function inlineView(facts: ClaimFacts, one: Inline): Inline {
  if (one.type === "text") return { ...one, text: readable(one.text) };
  if (one.type === "mention") return { ...one, label: oneLine(one.label) };
  if (one.type === "break") return one;
  const number = citationNumber(facts, one.sourceId);
  if (number === null) return { type: "text", text: `[${PROTECTED}]` };
  return { type: "citation", sourceId: anchorOf(facts.claim.reference, number) };
}
