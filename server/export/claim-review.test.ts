import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClaimSet } from "#domain/claim-set.ts";
import type { Scale } from "#domain/scales.ts";
import { PRESET_SCALES } from "#domain/scales.ts";
import { claimReviewFeed, claimReviewGraph, claimReviewPage } from "#server/export/claim-review-files.ts";
import { anyClaimSet } from "#server/export/claim-set.arbitrary.fixture.ts";
import { HOSTILE_TEXTS, SAMPLE_CLAIM_SET, sampleSet, sampleSource, written } from "#server/export/claim-set.fixture.ts";
import { schemaFaults } from "#server/export/schema-faults.fixture.ts";

type Named = { "@type"?: string; name: string };
type Review = {
  url: string;
  "@id": string;
  claimReviewed: string;
  inLanguage?: string;
  datePublished: string;
  author: { name: string; url?: string };
  itemReviewed: {
    author?: Named | Named[];
    datePublished?: string;
    temporal?: string;
    locationCreated?: { name: string };
    firstAppearance?: { url: string };
    appearance?: { url: string; inLanguage?: string }[];
  };
  reviewRating: {
    alternateName: string;
    ratingExplanation?: string;
    ratingValue?: number;
    bestRating?: number;
    worstRating?: number;
  };
  reviewBody?: string;
  citation?: { position: number; name?: string; url?: string; archivedAt?: string; datePublished?: string }[];
};

const graph = (set: ClaimSet) => written(claimReviewGraph, set);
const reviews = (set: ClaimSet) => (JSON.parse(graph(set)) as { "@graph": Review[] })["@graph"];
const only = (set: ClaimSet) => reviews(set)[0] as Review;
const faults = (set: ClaimSet) => schemaFaults("claim-review-1.json", graph(set));

const quote = { id: "q", versionId: "v-1", exact: "x", prefix: "", suffix: "", start: 0, end: 1 };

describe("ClaimReview", () => {
  test("[ST1] the sample release follows Google's rules, as a graph, as a feed and claim by claim", () => {
    expect(faults(SAMPLE_CLAIM_SET)).toEqual([]);
    expect(schemaFaults("data-feed-1.json", written(claimReviewFeed, SAMPLE_CLAIM_SET))).toEqual([]);
    const { claims, ...head } = SAMPLE_CLAIM_SET;
    for (const claim of claims) expect(schemaFaults("claim-review-1.json", claimReviewPage(head, claim))).toEqual([]);
  });

  test("[ST2] graph, feed and page say the same of a claim", () => {
    const feed = JSON.parse(written(claimReviewFeed, SAMPLE_CLAIM_SET)) as { dataFeedElement: { item: Review[] }[] };
    expect(feed.dataFeedElement.flatMap(({ item }) => item)).toEqual(reviews(SAMPLE_CLAIM_SET));
    const { claims, ...head } = SAMPLE_CLAIM_SET;
    const pages = claims.map((claim) => JSON.parse(claimReviewPage(head, claim)));
    expect(pages).toEqual(reviews(SAMPLE_CLAIM_SET).map((one) => ({ "@context": "https://schema.org", ...one })));
  });

  test("[ST1] a feed and a graph of no claim are whole", () => {
    const set = { ...SAMPLE_CLAIM_SET, claims: [] };
    expect(faults(set)).toEqual([]);
    expect(schemaFaults("data-feed-1.json", written(claimReviewFeed, set))).toEqual([]);
  });

  test("[FM10] a claim goes by the address of its public page in every release; an older release keeps the desk's page and an anchor", () => {
    const pages = "https://desk.example/published/14";
    for (const number of [1, 2]) {
      const release = { ...SAMPLE_CLAIM_SET.release, number };
      const found = reviews({ ...SAMPLE_CLAIM_SET, release, pages });
      expect(found.map((one) => one["@id"])).toEqual(["C-14-3", "C-14-5", "C-14-8"].map((one) => `${pages}/${one}`));
      expect(found.map(({ url }) => url)).toEqual(found.map((one) => one["@id"]));
    }
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

  test("[ST2] a rating off the scale carries its label and no number", () => {
    expect(only(sampleSet({ ratingId: "disputed" })).reviewRating).toEqual({
      "@type": "Rating",
      alternateName: "Disputed",
    });
  });

  test("[ST2] a verdict without a label stands in its sentence", () => {
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
    ["2026-03-08", "day", "2026-03-08", undefined],
    ["2026-03-08", "month", "2026-03", "2026-03-08"],
    ["2026", "year", "2026", undefined],
    ["2026-03-08 14:30", "time", "2026-03-08", "2026-03-08 14:30"],
    ["Monday", "as_said", undefined, "Monday"],
    ["2026-02-30", "day", undefined, "2026-02-30"],
    [" ", "as_said", undefined, undefined],
  ] as const)(
    "[ST2] said on %j (%s) is published on %s, in words %s",
    (saidWhen, saidWhenPrecision, published, words) => {
      const { datePublished, temporal } = only(sampleSet({ saidWhen, saidWhenPrecision })).itemReviewed;
      expect([datePublished, temporal]).toEqual([published, words]);
    },
  );

  test("where it was said is kept", () => {
    expect(only(sampleSet({ saidWhere: "state radio" })).itemReviewed.locationCreated?.name).toBe("state radio");
  });

  test("[ST2] several claimants stand one after another, each as what the card says of them", () => {
    const card = { claimant: "Interior ministry; R. Adan؛ وكالة الإغاثة; R. Adan;", organisation: "Interior ministry" };
    expect(only(sampleSet({ ...card, speaker: "R. Adan" })).itemReviewed.author).toEqual([
      { "@type": "Organization", name: "Interior ministry" },
      { "@type": "Person", name: "R. Adan" },
      { name: "وكالة الإغاثة" },
    ]);
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
    expect(author({ claimant: "Interior ministry", organisation: "Interior ministry" })).toMatchObject({
      "@type": "Organization",
    });
    expect(author({ claimant: "Harbour Wire" })).toMatchObject({ "@type": "Organization" });
  });

  test("the document that a quote stands in comes with its title, date and outlet", () => {
    expect(only(sampleSet({ quotes: [quote] })).itemReviewed.appearance).toEqual([
      {
        "@type": "CreativeWork",
        url: "https://wire.example/2026/03/prison-break",
        name: "Two sides give different counts after weekend prison break",
        inLanguage: "en",
        datePublished: "2026-03-09",
        publisher: { "@type": "Organization", name: "Harbour Wire" },
      },
    ]);
  });

  test("the claim appears where the quotes' documents came from, each address once", () => {
    const set = sampleSet({ quotes: [quote, { ...quote, id: "q2" }, { ...quote, id: "q3", versionId: "unknown" }] });
    expect(only(set).itemReviewed.appearance?.map(({ url }) => url)).toEqual([
      "https://wire.example/2026/03/prison-break",
    ]);
  });

  test.each([
    ["the earliest of several documents", ["2026-03-09", "2026-03-08"], "https://wire.example/1"],
    ["none while one has no day", ["2026-03-09", "2026-03"], undefined],
    ["none where two are of one day", ["2026-03-08", "2026-03-08"], undefined],
    ["none of a single document", ["2026-03-08"], undefined],
  ])("the first appearance is %s", (_, days, first) => {
    const [document] = SAMPLE_CLAIM_SET.documents as [(typeof SAMPLE_CLAIM_SET.documents)[number]];
    const documents = days.map((publishedOn, at) => ({
      ...document,
      ...{ versionId: `v-${at}`, publishedOn, originUrl: `https://wire.example/${at}` },
    }));
    const quotes = days.map((_, at) => ({ ...quote, id: `q-${at}`, versionId: `v-${at}` }));
    const { firstAppearance, appearance } = only(sampleSet({ quotes }, { documents })).itemReviewed;
    expect(firstAppearance?.url).toBe(first);
    expect(appearance).toHaveLength(days.length);
  });

  test("the rationale is the review's body; its citations are the positions of the sources", () => {
    const [review] = reviews(SAMPLE_CLAIM_SET);
    expect(review?.reviewBody).toContain("its count the next morning [1].");
    expect(review?.reviewBody).toContain("[protected source]");
    expect(review?.citation?.map(({ position, name }) => `${position} ${name}`)).toEqual([
      "1 Bulletin no. 41",
      "2 Statement of the northern command",
      "3 Field note, 10 March",
    ]);
  });

  test("[ST2] words of a source keep their language", () => {
    const sources = [sampleSource("a", { quote: "فُتحت الزنازين.", quoteLanguage: "AR-sy" })];
    expect(only(sampleSet({ sources })).citation).toMatchObject([
      { hasPart: { "@type": "Quotation", text: "فُتحت الزنازين.", inLanguage: "ar-SY" } },
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
        position: 1,
        name: "Bulletin",
        url: "https://m.example/41",
        archivedAt: "https://archive.example/1",
        datePublished: "2026-03-09",
      },
      { "@type": "CreativeWork", position: 2, name: "Trap" },
    ]);
  });

  test("the language is a canonical tag or not given", () => {
    expect(only(sampleSet({ language: "AR-sy" })).inLanguage).toBe("ar-SY");
    expect(only(sampleSet({ language: "Arabic (Syria)" }))).not.toHaveProperty("inLanguage");
  });

  test.each(HOSTILE_TEXTS)("[ST3] %j cannot leave a script element and comes back as it was", (statement) => {
    const json = graph(sampleSet({ statement, verdict: statement }));
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(only(sampleSet({ statement })).claimReviewed).toBe(statement.toWellFormed());
  });

  test("[ST1] whatever a card holds, the graph follows the rules", () => {
    fc.assert(
      fc.property(anyClaimSet, (set) => {
        expect(faults(set)).toEqual([]);
        expect(schemaFaults("data-feed-1.json", written(claimReviewFeed, set))).toEqual([]);
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
