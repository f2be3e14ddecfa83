import type { ReleasedClaim, ReleasedSet, ReleaseHead } from "#domain/claim-set.ts";
import { releaseUrl } from "#server/export/claim-facts.ts";
import { claimReview } from "#server/export/claim-review.ts";
import { scriptJson, scriptJsonList } from "#server/export/json-ld.ts";
import { valid, validHead } from "#server/export/published-schemas.ts";
import { publisher } from "#server/export/publisher.ts";

const CONTEXT = "https://schema.org";

/** Every claim of a release in one JSON-LD `@graph`, for a page that shows them all. */
export function claimReviewGraph({ head, claims }: ReleasedSet): Iterable<string> {
  const shell = validHead("reviewGraph", { "@context": CONTEXT, "@graph": [] }, head);
  return scriptJsonList(
    shell,
    Iterator.from(claims()).map((claim) => valid("review", claimReview(head, claim), head, claim)),
  );
}

/** The same as a schema.org DataFeed, the form in which aggregators collect reviews. */
export function claimReviewFeed({ head, claims }: ReleasedSet): Iterable<string> {
  const { madeAt } = head.release;
  const shell = {
    "@context": CONTEXT,
    "@type": "DataFeed",
    "@id": `${releaseUrl(head)}/datafeed`,
    name: `${head.case.title}, v${head.release.number}`,
    dateModified: madeAt,
    publisher: publisher(head),
    dataFeedElement: [],
  };
  const item = (claim: ReleasedClaim) => ({
    "@type": "DataFeedItem",
    dateModified: madeAt,
    item: [claimReview(head, claim)],
  });
  return scriptJsonList(
    validHead("dataFeed", shell, head),
    Iterator.from(claims()).map((claim) => valid("feedItem", item(claim), head, claim)),
  );
}

/** One claim, for a page of its own: search engines show the rating of a page with one review only. */
export function claimReviewPage(head: ReleaseHead, claim: ReleasedClaim): string {
  return scriptJson(valid("reviewPage", { "@context": CONTEXT, ...claimReview(head, claim) }, head, claim));
}
