import type { Card } from "#domain/card.ts";
import type { ReleasedClaim, ReleaseHead } from "#domain/claim-set.ts";
import { claimantsOf } from "#domain/claimants.ts";
import type { ReleasedCorrection } from "#domain/corrections.ts";
import { rationaleText } from "#domain/rationale.ts";
import { isoDate } from "#domain/said-when.ts";
import type { ClaimFacts, NumberedSource } from "#server/export/claim-facts.ts";
import { atAnchor, caseUrl, citationWords, claimFacts, claimUrl, webAddress } from "#server/export/claim-facts.ts";
import { given } from "#server/export/json-ld.ts";
import { mediaReview } from "#server/export/media-review.ts";
import { publisher } from "#server/export/publisher.ts";
import { type Appearance, appearancesOf, firstAppearance, ratingSaid } from "#server/export/review-facts.ts";
import { languageTag } from "#server/export/safe-text.ts";

/**
 * One claim as a schema.org ClaimReview, without its `@context`. Can only be what docs/claim-review.schema.json allows.
 * `url` is the page that shows it; a public page that moved since the release gives its own.
 * Follows Google's rules: https://developers.google.com/search/docs/appearance/structured-data/factcheck
 */
export function claimReview(
  head: ReleaseHead,
  claim: ReleasedClaim,
  url = claimUrl(head, claim.reference),
): Record<string, unknown> {
  const facts = { ...claimFacts(head, claim), url };
  const { card, contentHash, reference } = claim;
  return given({
    "@type": "ClaimReview",
    "@id": url,
    url,
    claimReviewed: card.statement,
    inLanguage: languageTag(card.language),
    datePublished: head.release.madeAt.slice(0, 10),
    author: publisher(head),
    itemReviewed: reviewedClaim(head, facts),
    reviewRating: reviewRating(facts),
    reviewBody: rationaleText(card.rationale, (id) => citationWords(facts, id)).trim(),
    associatedMediaReview: mediaReview(head, facts),
    citation: facts.sources.map(evidence),
    correction: (claim.corrections ?? []).map(correctionComment),
    identifier: [property("reference", reference), ...(contentHash ? [property("content-sha256", contentHash)] : [])],
  });
}

const property = (propertyID: string, value: string) => ({ "@type": "PropertyValue", propertyID, value });

function reviewedClaim(head: ReleaseHead, facts: ClaimFacts) {
  const { card, reference } = facts.claim;
  const appearances = appearancesOf(facts);
  const first = firstAppearance(appearances);
  const authors = claimantsOf(card.claimant).map((name) => claimant(name, card));
  return given({
    "@type": "Claim",
    "@id": atAnchor(caseUrl(head), reference),
    author: authors.length > 1 ? authors : authors[0],
    ...whenSaid(card),
    locationCreated: card.saidWhere.trim() && { "@type": "Place", name: card.saidWhere },
    firstAppearance: first && appearance(first),
    appearance: appearances.map(appearance),
  });
}

/** A person or an organisation only where the card says which; of others the name alone is known. */
function claimant(name: string, { speaker, organisation, outlet }: Card) {
  const isOrganisation = name === organisation || name === outlet;
  const type = name === speaker ? "Person" : isOrganisation ? "Organization" : null;
  return given({ "@type": type, name });
}

/** The date as finely as it is known, and the words that were entered where they are no date or say more than one. */
function whenSaid({ saidWhen, saidWhenPrecision }: Card) {
  const date = isoDate(saidWhen, saidWhenPrecision);
  const words = saidWhen.trim();
  return { datePublished: date, temporal: words === date ? null : words };
}

function appearance({ address, title, outlet, publishedOn, language }: Appearance) {
  return given({
    "@type": "CreativeWork",
    url: address,
    name: title,
    inLanguage: languageTag(language),
    datePublished: isoDate(publishedOn, "day"),
    publisher: outlet && { "@type": "Organization", name: outlet },
  });
}

function reviewRating(facts: ClaimFacts) {
  const { label, explanation, numbers } = ratingSaid(facts);
  return given({
    "@type": "Rating",
    ...(numbers && { ratingValue: numbers.value, bestRating: numbers.best, worstRating: numbers.worst }),
    alternateName: label,
    ratingExplanation: explanation,
  });
}

function correctionComment({ kind, what, why, at, by }: ReleasedCorrection) {
  return given({
    "@type": "CorrectionComment",
    name: kind,
    text: what,
    description: why,
    dateCreated: at,
    author: by && { "@type": "Person", name: by },
  });
}

function evidence(source: NumberedSource) {
  const { quote, quoteLanguage, number } = source;
  return given({
    "@type": "CreativeWork",
    position: number,
    name: source.title,
    url: webAddress(source.url),
    creditText: source.author,
    publisher: source.publisher && { "@type": "Organization", name: source.publisher },
    datePublished: isoDate(source.date, "day"),
    archivedAt: webAddress(source.archivedUrl),
    hasPart: quote && given({ "@type": "Quotation", text: quote, inLanguage: languageTag(quoteLanguage) }),
  });
}
