import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClaimSet } from "#domain/claim-set.ts";
import { anyClaimSet } from "#server/export/claim-set.arbitrary.fixture.ts";
import { HOSTILE_TEXTS, SAMPLE_CLAIM_SET, sampleSet, written } from "#server/export/claim-set.fixture.ts";
import { factCheckPage } from "#server/export/fact-check-page.ts";
import { schemaFaults } from "#server/export/schema-faults.fixture.ts";

const page = (set: ClaimSet) => written(factCheckPage, set);
const faults = (set: ClaimSet) => schemaFaults("fact-check-page-1.json", page(set));
const markups = (set: ClaimSet) => JSON.parse(page(set)).claimReviewMarkups as Record<string, unknown>[];

describe("a page of Google's Fact Check Tools", () => {
  test("[ST1] holds every claim of the release under the author and the date of the page", () => {
    expect(faults(SAMPLE_CLAIM_SET)).toEqual([]);
    const { claimReviewMarkups, ...rest } = JSON.parse(page(SAMPLE_CLAIM_SET));
    expect(rest).toEqual({
      pageUrl: "https://desk.example/cases/14/releases/2",
      publishDate: "2026-03-13",
      claimReviewAuthor: { name: "Harbour Desk" },
    });
    for (const { url } of claimReviewMarkups)
      expect(url).toMatch(/^https:\/\/desk\.example\/cases\/14\/releases\/2#C-14-\d$/);
    expect(faults({ ...SAMPLE_CLAIM_SET, claims: [] })).toEqual([]);
  });

  test("[ST2] gives a rating its number on the scale, and its label alone off it", () => {
    expect(markups(SAMPLE_CLAIM_SET).map(({ rating }) => rating)).toMatchObject([
      { textualRating: "Disputed", ratingExplanation: expect.stringContaining("Nobody outside") },
      { ratingValue: 4, bestRating: 5, worstRating: 1, textualRating: "Mostly true" },
      { textualRating: expect.stringContaining("لا يوجد إحصاء مستقل") },
    ]);
  });

  test("[ST2] names several claimants in the one place that there is; when and where as far as they are known", () => {
    const given = { claimant: "The ministry; R. Adan", saidWhen: "2026-03", saidWhere: "state radio" } as const;
    expect(markups(sampleSet({ ...given, saidWhenPrecision: "month" }))[0]).toMatchObject({
      claimAuthor: { name: "The ministry, R. Adan" },
      claimDate: "2026-03",
      claimLocation: "state radio",
    });
    const [unknown] = markups(sampleSet({ claimant: "", saidWhen: "Monday", saidWhere: "" }));
    for (const name of ["claimAuthor", "claimDate", "claimLocation", "claimAppearances"])
      expect(unknown).not.toHaveProperty(name);
  });

  test.each(HOSTILE_TEXTS)("[ST3] %j cannot leave a script element and comes back as it was", (statement) => {
    const set = sampleSet({ statement, verdict: statement, claimant: statement, saidWhere: statement });
    expect(page(set)).not.toMatch(/[<>&\u2028\u2029]/);
    expect(markups(set)[0]?.claimReviewed).toBe(statement.toWellFormed());
  });

  test("[ST1] whatever a card holds, it is what the interface takes", () => {
    fc.assert(
      fc.property(anyClaimSet, (set) => {
        expect(faults(set)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
