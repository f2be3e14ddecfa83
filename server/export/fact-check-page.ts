import type { Card } from "#domain/card.ts";
import type { ReleasedClaim, ReleasedSet, ReleaseHead } from "#domain/claim-set.ts";
import { claimantsOf } from "#domain/claimants.ts";
import { isoDate } from "#domain/said-when.ts";
import { atAnchor, type ClaimFacts, claimFacts, pageUrl } from "#server/export/claim-facts.ts";
import { given, scriptJsonList } from "#server/export/json-ld.ts";
import { valid, validHead } from "#server/export/published-schemas.ts";
import { appearancesOf, firstAppearance, ratingSaid } from "#server/export/review-facts.ts";

/**
 * A release as one page of Google's Fact Check Tools, as `pages.create` takes it: author and date are the page's, and
 * each claim has an anchor on it. Can only be what docs/fact-check-page.schema.json allows.
 * https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/pages
 */
export function factCheckPage({ head, claims }: ReleasedSet): Iterable<string> {
  const shell = {
    pageUrl: pageUrl(head),
    publishDate: head.release.madeAt.slice(0, 10),
    claimReviewAuthor: { name: head.desk.name },
    claimReviewMarkups: [],
  };
  return scriptJsonList(
    validHead("factCheckPage", shell, head),
    Iterator.from(claims()).map((claim) => valid("markup", markup(head, claim), head, claim)),
  );
}

function markup(head: ReleaseHead, claim: ReleasedClaim) {
  const facts = claimFacts(head, claim);
  const { card } = claim;
  const appearances = appearancesOf(facts);
  return given({
    url: atAnchor(pageUrl(head), claim.reference),
    claimReviewed: card.statement,
    claimDate: isoDate(card.saidWhen, card.saidWhenPrecision),
    claimLocation: card.saidWhere,
    claimAuthor: claimAuthor(card),
    claimFirstAppearance: firstAppearance(appearances)?.address,
    claimAppearances: appearances.map(({ address }) => address),
    rating: rating(facts),
  });
}

/** There is room for one name only. */
function claimAuthor({ claimant }: Card) {
  const name = claimantsOf(claimant).join(", ");
  return name && { name };
}

function rating(facts: ClaimFacts) {
  const { label, explanation, numbers } = ratingSaid(facts);
  return given({
    ...(numbers && { ratingValue: numbers.value, bestRating: numbers.best, worstRating: numbers.worst }),
    textualRating: label,
    ratingExplanation: explanation,
  });
}
