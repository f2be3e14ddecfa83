import type { releases } from "#db/schema/releases.ts";
import type { Stance } from "#domain/card.ts";
import { type ClaimSet, type ReleasedClaim, scalesOf } from "#domain/claim-set.ts";
import type { Block, Inline } from "#domain/rationale.ts";
import type { Mark } from "#domain/scales.ts";
import {
  type ClaimFacts,
  citationNumber,
  claimFacts,
  type NumberedSource,
  PROTECTED,
} from "#server/export/claim-facts.ts";
import * as words from "#server/export/report-words.ts";
import { oneLine, readable } from "#server/export/safe-text.ts";

export type ReleasedSourceView = {
  /** Unlike the source's own id, given once on the whole page. */
  anchor: string;
  number: number;
  stance: Stance;
  title: string;
  url: string;
  about: string;
  quote: string;
  quoteLanguage: string;
  archivedUrl: string;
};

export type ReleasedClaimView = {
  reference: string;
  claimNumber: number;
  language: string;
  statement: string;
  verdict: string;
  mark: Mark;
  ratingWord: string;
  claimant: string;
  attribution: string;
  said: string;
  figures: string[];
  quotes: { id: string; exact: string; language: string; where: string }[];
  /** Citations name the anchor of their source. */
  rationale: Block[];
  gaps: string;
  sources: ReleasedSourceView[];
  protectedWords: string;
  signOffs: { name: string; at: number }[];
  contentHash: string | null;
  history: string;
};

export type ReleaseView = {
  number: number;
  /** The number of the case's latest release. */
  newest: number;
  madeAt: number;
  madeBy: string;
  sha256: string;
  quorumWords: string;
  scaleName: string;
  claims: ReleasedClaimView[];
};

type Stored = Pick<typeof releases.$inferSelect, "number" | "madeAt" | "sha256" | "claimSet">;

/** One release as a page shows it: the same facts in the same words as the printed report. */
export function releaseView({ number, madeAt, sha256, claimSet }: Stored, newest: number): ReleaseView {
  const { release, claims } = claimSet;
  return {
    number,
    newest,
    madeAt,
    madeBy: oneLine(release.madeBy),
    sha256,
    quorumWords: words.quorumWords(claimSet),
    scaleName: scalesOf(claimSet)
      .map((one) => `${oneLine(one.name)}, version ${one.version}`)
      .join("; "),
    claims: claims.map((claim) => claimView(claimSet, claim)),
  };
}

function claimView(set: ClaimSet, claim: ReleasedClaim): ReleasedClaimView {
  const facts = claimFacts(set, claim);
  const { card, reference, contentHash } = claim;
  return {
    reference,
    claimNumber: Number(/\d+$/.exec(reference)?.[0]),
    language: card.language,
    statement: oneLine(card.statement),
    verdict: readable(card.verdict),
    mark: facts.mark,
    ratingWord: words.ratingWord(facts),
    claimant: oneLine(card.claimant),
    attribution: words.attributionWords(claim),
    said: words.saidWords(claim),
    figures: [...new Set(facts.figures.map(oneLine))],
    quotes: facts.quotes.map((one, at) => quoteView(one, card.quotes[at]?.id ?? "")),
    rationale: blocksView(facts, card.rationale),
    gaps: readable(card.gaps),
    sources: facts.sources.map((one) => sourceView(reference, one)),
    protectedWords: words.protectedWords(facts.protectedSources),
    signOffs: claim.signOffs.map(({ name, at }) => ({ name: oneLine(name), at: Date.parse(at) })),
    contentHash,
    history: words.historyWords(claim, set),
  };
}

function quoteView({ exact, document }: ClaimFacts["quotes"][number], id: string) {
  const where = document ? `${oneLine(document.title)}, version ${document.number}` : "";
  return { id, exact: readable(exact), language: document?.language ?? "", where };
}

const anchorOf = (reference: string, number: number) => `${reference}-${number}`;

function sourceView(reference: string, source: NumberedSource): ReleasedSourceView {
  const { number, stance, title, url, quote, quoteLanguage, archivedUrl } = source;
  return {
    anchor: anchorOf(reference, number),
    number,
    stance,
    title: oneLine(title || url || "Untitled"),
    url,
    about: words.sourceWords(source),
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
