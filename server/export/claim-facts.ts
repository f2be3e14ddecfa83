import type { Source } from "#domain/card.ts";
import { type ReleasedClaim, type ReleasedDocument, type ReleaseHead, scalesOf } from "#domain/claim-set.ts";
import { formatFigure } from "#domain/figures.ts";
import { citationOrder, inlines } from "#domain/rationale.ts";
import { safeHref } from "#domain/safe-href.ts";
import type { Mark, Rating, Scale } from "#domain/scales.ts";
import { ratingGiven } from "#domain/scales.ts";

export type NumberedSource = Source & { number: number };

/** What the printed formats say about one claim, worked out once so that they cannot differ. */
export type ClaimFacts = {
  claim: ReleasedClaim;
  /** Its address that stays. */
  url: string;
  /** The version of the scale on which it was rated when it was signed, whatever the case uses now. */
  scale: Scale | null;
  rating: Rating | null;
  mark: Mark;
  /** Figures in words with their qualifiers, e.g. "up to 1,500 detainees (as of Sunday evening)". */
  figures: string[];
  /** Cited sources in the order of their first citation, then the others. */
  sources: NumberedSource[];
  quotes: { exact: string; document: ReleasedDocument | null }[];
  /** How many of its sources are protected: those left out of the set, and never named. */
  protectedSources: number;
};

/** Words for a citation whose source is not in the list. */
export const PROTECTED = "protected source";

export function claimFacts(head: ReleaseHead, claim: ReleasedClaim): ClaimFacts {
  const scale = scalesOf(head).find((one) => one.id === claim.card.scaleId) ?? null;
  const rating = ratingGiven(scale, claim.card);
  return {
    claim,
    url: claimUrl(head, claim.reference),
    scale,
    rating,
    mark: rating?.mark ?? "none",
    figures: claim.card.figures.filter((one) => one.value !== "").map(figureWords),
    sources: numberSources(claim),
    quotes: claim.card.quotes.map(({ exact, versionId }) => ({ exact, document: documentOf(head, versionId) })),
    protectedSources: claim.protectedSources,
  };
}

/**
 * The address of the claim that stays from release to release: its public page's, whether that is published or not, so that
 * no file depends on it. In releases from before there were such pages the place where the desk shows it.
 */
export function claimUrl(head: ReleaseHead, reference: string): string {
  const pages = pagesUrl(head);
  return pages ? `${pages}/${encodeURIComponent(reference)}` : shownUrl(head, reference);
}

/** The page of the whole release for readers outside, with an anchor for each claim; as `claimUrl` otherwise. */
export function pageUrl(head: ReleaseHead): string {
  const pages = pagesUrl(head);
  return pages ? `${pages}/${head.release.number}` : releaseUrl(head);
}

const pagesUrl = ({ pages = "" }: ReleaseHead) => webAddress(pages);

/** Where the desk shows its members the claim as this release has it. Relative when the desk's own address is not a web address. */
export function shownUrl(head: ReleaseHead, reference: string): string {
  return atAnchor(releaseUrl(head), reference);
}

export const atAnchor = (page: string, reference: string) => `${page}#${encodeURIComponent(reference)}`;

export function releaseUrl(head: ReleaseHead): string {
  return `${caseUrl(head)}/releases/${head.release.number}`;
}

export function caseUrl(head: ReleaseHead): string {
  const desk = webAddress(head.desk.url);
  const base = desk ? new URL(desk) : null;
  return `${base ? base.origin + base.pathname.replace(/\/+$/, "") : ""}/cases/${head.case.number}`;
}

/** An absolute http or https address as the URL standard writes it, else null. */
export function webAddress(address: string): string | null {
  const href = safeHref(address);
  return href && /^https?:/.test(href) ? href : null;
}

/** How a citation is written: the source's number, or the words for a protected one; never an id. */
export function citationWords(facts: ClaimFacts, sourceId: string): string {
  return `[${citationNumber(facts, sourceId) ?? PROTECTED}]`;
}

export function citationNumber(facts: ClaimFacts, sourceId: string): number | null {
  return facts.sources.find((one) => one.id === sourceId)?.number ?? null;
}

/** The links that the rationale itself carries, each once, in reading order. */
export function rationaleLinks(facts: ClaimFacts): { text: string; href: string }[] {
  const links = inlines(facts.claim.card.rationale).flatMap((one) => {
    const href = one.type === "text" && one.href ? safeHref(one.href) : null;
    return one.type === "text" && href ? [{ text: one.text, href }] : [];
  });
  return links.filter((one, at) => links.findIndex((other) => other.href === one.href) === at);
}

function numberSources({ card }: ReleasedClaim): NumberedSource[] {
  const cited = citationOrder(
    card.rationale,
    card.sources.map((one) => one.id),
  );
  const place = (source: Source) => (cited.includes(source.id) ? cited.indexOf(source.id) : cited.length);
  return card.sources.toSorted((a, b) => place(a) - place(b)).map((source, at) => ({ ...source, number: at + 1 }));
}

function figureWords(figure: ReleasedClaim["card"]["figures"][number]): string {
  const words = formatFigure(figure, "en");
  return figure.asOf && !words.includes(figure.asOf) ? `${words} (as of ${figure.asOf})` : words;
}

function documentOf(head: ReleaseHead, versionId: string): ReleasedDocument | null {
  return head.documents.find((one) => one.versionId === versionId) ?? null;
}
