import type { ReleaseHead } from "#domain/claim-set.ts";
import type { Media, MediaFinding, MediaKind } from "#domain/media.ts";
import { type ClaimFacts, webAddress } from "#server/export/claim-facts.ts";
import { given } from "#server/export/json-ld.ts";
import { publisher } from "#server/export/publisher.ts";
import { appearancesOf } from "#server/export/review-facts.ts";

const CATEGORIES: Record<MediaFinding, string> = {
  decontextualized: "DecontextualizedContent",
  edited_or_cropped: "EditedOrCroppedContent",
  original: "OriginalMediaContent",
  satire_or_parody: "SatireOrParodyContent",
  staged: "StagedContent",
  transformed: "TransformedContent",
};

const OBJECTS: Record<MediaKind, string> = { image: "ImageObject", video: "VideoObject", audio: "AudioObject" };

/**
 * The schema.org MediaReview of a claim that is about media; null for others, and as long as nothing was found.
 * https://schema.org/MediaReview
 */
export function mediaReview(head: ReleaseHead, facts: ClaimFacts): Record<string, unknown> | null {
  const { media } = facts.claim.card;
  if (!media || media.findings.length === 0) return null;
  return given({
    "@type": "MediaReview",
    "@id": `${facts.url}-media`,
    url: facts.url,
    author: publisher(head),
    datePublished: head.release.madeAt.slice(0, 10),
    mediaAuthenticityCategory: media.findings.map((one) => `https://schema.org/${CATEGORIES[one]}`),
    originalMediaLink: webAddress(media.original),
    originalMediaContextDescription: media.context,
    itemReviewed: { "@type": "MediaReviewItem", mediaItemAppearance: appearances(media, facts) },
  });
}

/** The pages on which it was seen; without one, only what it is. */
function appearances({ kind }: Media, facts: ClaimFacts) {
  const seen = appearancesOf(facts).map(({ address }) => ({ "@type": OBJECTS[kind], url: address }));
  return seen.length > 0 ? seen : [{ "@type": OBJECTS[kind] }];
}
