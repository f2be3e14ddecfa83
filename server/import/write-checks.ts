import { claimantsOf } from "#domain/claimants.ts";
import { isoDate } from "#domain/said-when.ts";
import { given, scriptJsonList } from "#server/export/json-ld.ts";
import type { Check } from "#server/import/check.ts";

/** Checks as a schema.org DataFeed, so that they can be taken elsewhere, or read in again as they are. */
export function checksAsFeed(checks: Iterable<Check>): Iterable<string> {
  const shell = { "@context": "https://schema.org", "@type": "DataFeed", name: "Precedents", dataFeedElement: [] };
  return scriptJsonList(
    shell,
    Iterator.from(checks).map((check) => ({ "@type": "DataFeedItem", item: [review(check)] })),
  );
}

function review(check: Check) {
  const { publisher, publisherUrl, appearances, citations } = check;
  const organisation =
    (publisher || publisherUrl) && given({ "@type": "Organization", name: publisher, url: publisherUrl });
  const person = check.author && { "@type": "Person", name: check.author };
  return given({
    "@type": "ClaimReview",
    url: check.url,
    claimReviewed: check.claim,
    name: check.title,
    inLanguage: check.language,
    datePublished: check.reviewDate,
    author: person || organisation,
    publisher: person && organisation,
    itemReviewed: given({
      "@type": "Claim",
      author: claimants(check),
      datePublished: isoDate(check.claimDate, "day") && check.claimDate,
      temporal: check.saidWhen,
      locationCreated: check.saidWhere && { "@type": "Place", name: check.saidWhere },
      appearance: appearances.map((url) => ({ "@type": "CreativeWork", url })),
    }),
    reviewRating: given({
      "@type": "Rating",
      ...{ ratingValue: check.value, bestRating: check.best, worstRating: check.worst },
      alternateName: check.rating,
      ratingExplanation: check.explanation,
    }),
    reviewBody: check.body,
    citation: citations.map(({ title, url }) => given({ "@type": "CreativeWork", name: title, url })),
  });
}

/** The address belongs to the first. */
function claimants({ claimant, claimantUrl }: Check) {
  const [first = "", ...others] = claimantsOf(claimant);
  return [given({ name: first, sameAs: claimantUrl }), ...others.map((name) => ({ name }))].filter(
    (one) => Object.keys(one).length > 0,
  );
}
