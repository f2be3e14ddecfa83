import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClaimSet } from "#domain/claim-set.ts";
import type { Scale } from "#domain/scales.ts";
import { PRESET_SCALES } from "#domain/scales.ts";
import { CLAIM_REVIEW_SCHEMA } from "#server/export/claim-review.schema.fixture.ts";
import { claimReviewJson } from "#server/export/claim-review.ts";
import { anyClaimSet } from "#server/export/claim-set.arbitrary.fixture.ts";
import { HOSTILE_TEXTS, SAMPLE_CLAIM_SET, sampleSet, sampleSource, written } from "#server/export/claim-set.fixture.ts";

type Review = {
  url: string;
  "@id": string;
  claimReviewed: string;
  inLanguage?: string;
  datePublished: string;
  author: { name: string; url?: string };
  itemReviewed: { author?: { "@type": string; name: string }; datePublished?: string; appearance?: { url: string }[] };
  reviewRating: {
    alternateName: string;
    ratingExplanation?: string;
    ratingValue?: number;
    bestRating?: number;
    worstRating?: number;
  };
  citation?: { name?: string; url?: string; archivedAt?: string; datePublished?: string }[];
};

const reviews = (set: ClaimSet) => (JSON.parse(written(claimReviewJson, set)) as { "@graph": Review[] })["@graph"];
const only = (set: ClaimSet) => reviews(set)[0] as Review;
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(CLAIM_REVIEW_SCHEMA);
const faults = (set: ClaimSet) => (validate(JSON.parse(written(claimReviewJson, set))) ? [] : validate.errors);

describe("ClaimReview", () => {
  test("the sample release follows Google's rules", () => {
    expect(faults(SAMPLE_CLAIM_SET)).toEqual([]);
  });

  test("each claim has an address of its own: the release's page and an anchor", () => {
    const urls = reviews(SAMPLE_CLAIM_SET).map(({ url }) => url);
    expect(urls).toEqual(
      ["C-14-3", "C-14-5", "C-14-8"].map((one) => `https://desk.example/cases/14/releases/2#${one}`),
    );
    expect(reviews(SAMPLE_CLAIM_SET).map((one) => one["@id"])).toEqual(urls);
  });

  test("a desk that lives under a path keeps it in its addresses", () => {
    const set = sampleSet({}, { desk: { name: "Desk", url: "https://news.example/assay/" } });
    expect(only(set).url).toBe("https://news.example/assay/cases/14/releases/2#C-14-3");
  });

  test("a rating on the scale carries its number and the scale's own ends", () => {
    const { reviewRating } = only(sampleSet({ ratingId: "mostly-true", verdict: "Close enough." }));
    expect(reviewRating).toEqual({
      "@type": "Rating",
      ratingValue: 4,
      bestRating: 5,
      worstRating: 1,
      alternateName: "Mostly true",
      ratingExplanation: "Close enough.",
    });
  });

  test("a rating off the scale carries its label and no number", () => {
    expect(only(sampleSet({ ratingId: "disputed" })).reviewRating).toEqual({
      "@type": "Rating",
      alternateName: "Disputed",
    });
  });

  test("a verdict without a label stands in its sentence", () => {
    const { reviewRating } = only(sampleSet({ verdict: "Nobody has counted." }, { scale: null }));
    expect(reviewRating).toEqual({
      "@type": "Rating",
      alternateName: "Nobody has counted.",
      ratingExplanation: "Nobody has counted.",
    });
  });

  test("a rating given under another scale is never read on this one", () => {
    expect(only(sampleSet({ ratingId: "true", scaleId: "truth-meter-1" })).reviewRating).not.toHaveProperty(
      "ratingValue",
    );
  });

  test.each([
    ["starts below 1", [0, 1]],
    ["has one step only", [3, 3]],
  ])("a scale that %s gives no numbers", (_, values) => {
    const [first] = PRESET_SCALES as [Scale];
    const ratings = first.ratings.slice(0, 2).map((rating, at) => ({ ...rating, value: values[at] ?? null }));
    const set = sampleSet({ ratingId: "true" }, { scale: { ...first, ratings } });
    expect(only(set).reviewRating).toEqual({ "@type": "Rating", alternateName: "True" });
  });

  test("claimReviewed is the statement, without the rating", () => {
    const review = only(sampleSet({ statement: "120 people fled.", ratingId: "false", verdict: "They did not." }));
    expect(review.claimReviewed).toBe("120 people fled.");
  });

  test.each([
    ["2026-03-08", "day", "2026-03-08"],
    ["Monday", "as_said", undefined],
    ["2026-02-30", "day", undefined],
  ] as const)("said on %s (%s) is published on %s", (saidWhen, saidWhenPrecision, published) => {
    expect(only(sampleSet({ saidWhen, saidWhenPrecision })).itemReviewed.datePublished).toBe(published);
  });

  test("nobody is named as claimant when none is known; a speaker is a person", () => {
    expect(only(sampleSet({ claimant: "" })).itemReviewed).not.toHaveProperty("author");
    expect(only(sampleSet({ claimant: "R. Adan", speaker: "R. Adan" })).itemReviewed.author).toMatchObject({
      "@type": "Person",
    });
  });

  test("a claimant is a person or an organisation only where the card says which", () => {
    const author = (given: Parameters<typeof sampleSet>[0]) => only(sampleSet(given)).itemReviewed.author;
    expect(author({ claimant: "R. Adan" })).toEqual({ name: "R. Adan" });
    expect(author({ claimant: "Interior ministry", organisation: "Interior ministry" })?.["@type"]).toBe(
      "Organization",
    );
    expect(author({ claimant: "Harbour Wire" })?.["@type"]).toBe("Organization");
  });

  test("the document that a quote stands in comes with its title, date and outlet", () => {
    const quote = { id: "q", versionId: "v-1", exact: "x", prefix: "", suffix: "", start: 0, end: 1 };
    expect(only(sampleSet({ quotes: [quote] })).itemReviewed.appearance).toEqual([
      {
        "@type": "CreativeWork",
        url: "https://wire.example/2026/03/prison-break",
        name: "Two sides give different counts after weekend prison break",
        datePublished: "2026-03-09",
        publisher: { "@type": "Organization", name: "Harbour Wire" },
      },
    ]);
  });

  test("the claim appears where the quotes' documents came from, each address once", () => {
    const quote = { id: "q", versionId: "v-1", exact: "x", prefix: "", suffix: "", start: 0, end: 1 };
    const set = sampleSet({ quotes: [quote, { ...quote, id: "q2" }, { ...quote, id: "q3", versionId: "unknown" }] });
    expect(only(set).itemReviewed.appearance?.map(({ url }) => url)).toEqual([
      "https://wire.example/2026/03/prison-break",
    ]);
  });

  test("evidence is cited with its archived copy; an address that is no web address is left out", () => {
    const sources = [
      sampleSource("a", {
        title: "Bulletin",
        url: "https://m.example/41",
        archivedUrl: "https://archive.example/1",
        date: "2026-03-09",
      }),
      sampleSource("b", { title: "Trap", url: "javascript:alert(1)", archivedUrl: "mailto:x@y.example" }),
    ];
    expect(only(sampleSet({ sources })).citation).toEqual([
      {
        "@type": "CreativeWork",
        name: "Bulletin",
        url: "https://m.example/41",
        archivedAt: "https://archive.example/1",
        datePublished: "2026-03-09",
      },
      { "@type": "CreativeWork", name: "Trap" },
    ]);
  });

  test("the language is a canonical tag or not given", () => {
    expect(only(sampleSet({ language: "AR-sy" })).inLanguage).toBe("ar-SY");
    expect(only(sampleSet({ language: "Arabic (Syria)" }))).not.toHaveProperty("inLanguage");
  });

  test.each(HOSTILE_TEXTS)("%j cannot leave a script element and comes back as it was", (statement) => {
    const json = written(claimReviewJson, sampleSet({ statement, verdict: statement }));
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(only(sampleSet({ statement })).claimReviewed).toBe(statement);
  });

  test("whatever a card holds, the graph follows the rules once the statement and the desk have words", () => {
    fc.assert(
      fc.property(anyClaimSet, (drawn) => {
        const claims = drawn.claims.map((one) => ({
          ...one,
          card: { ...one.card, statement: `x${one.card.statement}` },
        }));
        const set = { ...drawn, desk: { ...drawn.desk, name: `Desk ${drawn.desk.name}` }, claims };
        expect(faults(set)).toEqual([]);
        for (const { reviewRating: rating } of reviews(set)) {
          if (rating.ratingValue === undefined) continue;
          expect(rating.worstRating).toBeLessThan(rating.bestRating ?? 0);
          expect(rating.ratingValue).toBeGreaterThanOrEqual(rating.worstRating ?? 99);
          expect(rating.ratingValue).toBeLessThanOrEqual(rating.bestRating ?? 0);
        }
      }),
      { numRuns: 100 },
    );
  });
});
