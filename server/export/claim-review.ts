import type { Card } from "#domain/card.ts";
import type { ReleasedClaim, ReleasedDocument, ReleasedSet, ReleaseHead } from "#domain/claim-set.ts";
import { isoDate } from "#domain/said-when.ts";
import type { Rating, Scale } from "#domain/scales.ts";
import type { ClaimFacts, NumberedSource } from "#server/export/claim-facts.ts";
import { caseUrl, claimFacts, webAddress } from "#server/export/claim-facts.ts";
import { indentedList } from "#server/export/json-list.ts";
import { languageTag } from "#server/export/safe-text.ts";

const ESCAPES: Record<string, string> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/**
 * One schema.org ClaimReview per claim, in one JSON-LD `@graph`. The text may stand inside a script element as it is.
 * Follows Google's rules for ClaimReview: https://developers.google.com/search/docs/appearance/structured-data/factcheck
 */
export function* claimReviewJson(set: ReleasedSet): Generator<string> {
  const graph = Iterator.from(set.claims()).map((claim) => claimReview(set.head, claim));
  yield '{\n  "@context": "https://schema.org",\n  "@graph": ';
  for (const json of indentedList(graph, 1)) yield json.replace(/[<>&\u2028\u2029]/g, (sign) => ESCAPES[sign] ?? "");
  yield "\n}\n";
}

function claimReview(head: ReleaseHead, claim: ReleasedClaim) {
  const facts = claimFacts(head, claim);
  const { card, contentHash, reference } = claim;
  return given({
    "@type": "ClaimReview",
    "@id": facts.url,
    url: facts.url,
    claimReviewed: card.statement,
    inLanguage: languageTag(card.language),
    datePublished: head.release.madeAt.slice(0, 10),
    author: given({ "@type": "Organization", name: head.desk.name, url: webAddress(head.desk.url) }),
    itemReviewed: reviewedClaim(head, facts),
    reviewRating: reviewRating(facts),
    citation: facts.sources.map(evidence),
    identifier: [
      { "@type": "PropertyValue", propertyID: "reference", value: reference },
      ...(contentHash ? [{ "@type": "PropertyValue", propertyID: "content-sha256", value: contentHash }] : []),
    ],
  });
}

function reviewedClaim(head: ReleaseHead, { claim: { card, reference }, quotes }: ClaimFacts) {
  const known = quotes.flatMap(({ document }) => (document && webAddress(document.originUrl) ? [document] : []));
  const address = (one: ReleasedDocument) => webAddress(one.originUrl);
  const documents = known.filter((one, at) => known.findIndex((other) => address(other) === address(one)) === at);
  return given({
    "@type": "Claim",
    "@id": `${caseUrl(head)}#${encodeURIComponent(reference)}`,
    author: claimant(card),
    datePublished: isoDate(card.saidWhen, card.saidWhenPrecision),
    appearance: documents.map(appearance),
  });
}

/** A person or an organisation only where the card says which; of others the name alone is known. */
function claimant({ claimant: name, speaker, organisation, outlet }: Card) {
  const isOrganisation = name === organisation || name === outlet;
  const type = name === speaker ? "Person" : isOrganisation ? "Organization" : null;
  return name && given({ "@type": type, name });
}

function appearance({ originUrl, title, outlet, publishedOn }: ReleasedDocument) {
  return given({
    "@type": "CreativeWork",
    url: webAddress(originUrl),
    name: title,
    datePublished: isoDate(publishedOn, "day"),
    publisher: outlet && { "@type": "Organization", name: outlet },
  });
}

/** A number only where the scale gives one; otherwise the label alone, or the verdict sentence when there is no label. */
function reviewRating({ claim: { card }, scale, rating }: ClaimFacts) {
  return given({
    "@type": "Rating",
    ...ratingNumbers(scale, rating),
    alternateName: rating?.label || card.verdict || "No rating given",
    ratingExplanation: card.verdict,
  });
}

/** Google asks for a worst rating of 1 or more and a best rating above it; a scale that cannot give that gives no numbers. */
function ratingNumbers(scale: Scale | null, rating: Rating | null) {
  const values = scale?.ratings.flatMap(({ value }) => (value === null ? [] : [value])) ?? [];
  const [worst, best] = [Math.min(...values), Math.max(...values)];
  if (!rating || rating.value === null || worst < 1 || best <= worst) return {};
  return { ratingValue: rating.value, bestRating: best, worstRating: worst };
}

function evidence(source: NumberedSource) {
  return given({
    "@type": "CreativeWork",
    name: source.title,
    url: webAddress(source.url),
    creditText: source.author,
    publisher: source.publisher && { "@type": "Organization", name: source.publisher },
    datePublished: isoDate(source.date, "day"),
    archivedAt: webAddress(source.archivedUrl),
  });
}

/** Leaves out what is not known: empty texts, empty lists and null. */
function given(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([, value]) => value !== null && value !== "" && !(Array.isArray(value) && !value.length),
    ),
  );
}
