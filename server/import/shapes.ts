import type { CheckSpots } from "#server/import/read-check.ts";
import { ratingSpots } from "#server/import/read-rating.ts";
import type { Notes } from "#server/import/report.ts";
import { at, first, firstOf, isRecord, type Spot } from "#server/import/spot.ts";

/** Nothing stands there: of a shape that has no place for a field. */
const nowhere = ({ path, read }: Spot): Spot => ({ path, value: undefined, read });

/**
 * A schema.org ClaimReview, in the ways in which publishers write it.
 * @see https://developers.google.com/search/docs/appearance/structured-data/factcheck
 */
export function reviewSpots(review: Spot, notes: Notes): CheckSpots {
  const [claim, author] = [at(review, "itemReviewed"), at(review, "author")];
  const publisher = publisherOf(review, author);
  const isNamed = !isRecord(publisher.value);
  return {
    claim: first(at(review, "claimReviewed"), at(claim, "text"), at(claim, "name"), stringOnly(claim)),
    title: first(at(review, "name"), at(review, "headline"), at(review, "title")),
    claimant: first(authors(claim), at(claim, "creator")),
    claimantUrl: first(at(claim, "author", "sameAs"), at(claim, "author", "url")),
    claimDate: at(claim, "datePublished"),
    saidWhen: at(claim, "temporal"),
    saidWhere: at(claim, "locationCreated"),
    publisher: isNamed ? publisher : at(publisher, "name"),
    publisherUrl: isNamed ? nowhere(publisher) : at(publisher, "url"),
    author: isElse(publisher, author) ? at(author, "name") : nowhere(author),
    url: first(at(review, "url"), at(review, "mainEntityOfPage", "@id"), stringOnly(at(review, "mainEntityOfPage"))),
    reviewDate: at(review, "datePublished"),
    language: at(review, "inLanguage"),
    body: at(review, "reviewBody"),
    appearances: ["firstAppearance", "appearance", "url"].map((name) => at(claim, name)),
    citations: ["citation", "isBasedOn"].map((name) => at(review, name)),
    ...ratingSpots(at(review, "reviewRating"), notes),
  };
}

const isElse = (publisher: Spot, author: Spot) => !publisher.path.startsWith(author.path);

const stringOnly = (spot: Spot): Spot => (typeof spot.value === "string" ? spot : nowhere(spot));

/** Everybody that the claim names as its author, not only the first. */
const authors = (claim: Spot): Spot => at(firstOf(claim), "author");

/** Who answers for the check: an organisation rather than the person who wrote it. */
function publisherOf(review: Spot, author: Spot): Spot {
  const others = [at(review, "publisher"), at(review, "sdPublisher")];
  const organisation = others.find((one) => first(at(one, "name"), stringOnly(one)).value !== undefined);
  const one = firstOf(author);
  const isPerson = isRecord(one.value) && one.value["@type"] === "Person";
  return (isPerson || one.value === undefined) && organisation ? organisation : one;
}

/** One claim of a page of Google's Fact Check Tools; author and date are the page's. */
export function markupSpots(markup: Spot, page: Spot, notes: Notes): CheckSpots {
  const none = nowhere(markup);
  return {
    claim: at(markup, "claimReviewed"),
    title: none,
    claimant: at(markup, "claimAuthor"),
    claimantUrl: at(markup, "claimAuthor", "sameAs"),
    claimDate: at(markup, "claimDate"),
    saidWhen: none,
    saidWhere: at(markup, "claimLocation"),
    publisher: at(page, "claimReviewAuthor"),
    publisherUrl: none,
    author: none,
    url: first(at(markup, "url"), at(page, "pageUrl")),
    reviewDate: at(page, "publishDate"),
    language: none,
    body: none,
    appearances: ["claimFirstAppearance", "claimAppearances"].map((name) => at(markup, name)),
    citations: [],
    ...ratingSpots(at(markup, "rating"), notes),
  };
}

/** One review of a claim as Google's claims:search answers. */
export function searchSpots(review: Spot, claim: Spot): CheckSpots {
  const none = nowhere(review);
  const publisher = at(review, "publisher");
  return {
    claim: at(claim, "text"),
    title: at(review, "title"),
    claimant: at(claim, "claimant"),
    claimantUrl: none,
    claimDate: at(claim, "claimDate"),
    saidWhen: none,
    saidWhere: none,
    publisher: first(at(publisher, "name"), at(publisher, "site")),
    publisherUrl: at(publisher, "site"),
    author: none,
    url: at(review, "url"),
    reviewDate: at(review, "reviewDate"),
    language: at(review, "languageCode"),
    body: none,
    appearances: [],
    citations: [],
    ...{ rating: at(review, "textualRating"), explanation: none, value: none, best: none, worst: none },
  };
}
