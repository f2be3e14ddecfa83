import { describe, expect, test } from "vitest";
import type { Card } from "#domain/card.ts";
import { MEDIA_FINDINGS, MEDIA_KINDS, type Media } from "#domain/media.ts";
import { claimReviewGraph } from "#server/export/claim-review-files.ts";
import { sampleSet, written } from "#server/export/claim-set.fixture.ts";
import { schemaFaults } from "#server/export/schema-faults.fixture.ts";

const quote = { id: "q", versionId: "v-1", exact: "x", prefix: "", suffix: "", start: 0, end: 1 };
const media = (given: Partial<Media> = {}): Media => ({
  ...{
    kind: "image",
    findings: ["decontextualized", "staged"],
    original: "https://photos.example/1",
    context: "Lenne, 2019.",
  },
  ...given,
});
const graph = (given: Partial<Card>) => written(claimReviewGraph, sampleSet({ statement: "x", ...given }));
const review = (given: Partial<Card>) => JSON.parse(graph(given))["@graph"][0].associatedMediaReview;

describe("MediaReview", () => {
  test("[ST7] a claim about a picture says what was found, where the original is and what it shows", () => {
    expect(review({ media: media(), quotes: [quote] })).toEqual({
      "@type": "MediaReview",
      "@id": "https://desk.example/cases/14/releases/2#C-14-3-media",
      url: "https://desk.example/cases/14/releases/2#C-14-3",
      author: { "@type": "Organization", name: "Harbour Desk", url: "https://desk.example/" },
      datePublished: "2026-03-13",
      mediaAuthenticityCategory: ["https://schema.org/DecontextualizedContent", "https://schema.org/StagedContent"],
      originalMediaLink: "https://photos.example/1",
      originalMediaContextDescription: "Lenne, 2019.",
      itemReviewed: {
        "@type": "MediaReviewItem",
        mediaItemAppearance: [{ "@type": "ImageObject", url: "https://wire.example/2026/03/prison-break" }],
      },
    });
  });

  test("[ST7] a claim about words has none, nor has media of which nothing was found yet", () => {
    expect(review({})).toBeUndefined();
    expect(review({ media: media({ findings: [] }) })).toBeUndefined();
  });

  test.each(MEDIA_KINDS)("[ST7] every finding about %s is one of schema.org's, with or without an address", (kind) => {
    for (const finding of MEDIA_FINDINGS) {
      const given = { media: media({ kind, findings: [finding], original: "in a drawer", context: "" }) };
      expect(schemaFaults("claim-review-1.json", graph(given))).toEqual([]);
      expect(review(given)).not.toHaveProperty("originalMediaLink");
    }
  });
});
