import { expect, test } from "vitest";
import { besideFacts } from "#app/article/beside-facts.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { PRESET_SCALES } from "#domain/scales.ts";
import type { ClaimView } from "#server/services/claim-view.ts";

const claim = {
  ...{ id: "c3", number: 3, reference: "C-14-3", status: "in_review", duplicateOf: null, reviews: [{ note: "No." }] },
  assignee: { name: "Bo" },
  scale: PRESET_SCALES[0],
  card: {
    ...{ statement: "120 fled", scaleId: "seven-step-1", ratingId: "disputed", labels: ["a"] },
    rationale: [
      { type: "paragraph", children: ["s2", "gone", "s1"].map((sourceId) => ({ type: "citation", sourceId })) },
    ],
    sources: [{ id: "s1" }, { id: "s2" }],
  },
} as unknown as ClaimView;

test("[AR5] beside the text a claim says what a reader needs, and nothing of its decisions", () => {
  const facts = besideFacts(claim);
  expect(facts).toMatchObject({ reference: "C-14-3", mark: "disputed", ratingLabel: "Disputed", assignee: "Bo" });
  expect(facts.cited).toEqual(["s2", "s1"]);
  expect(Object.keys(facts)).not.toContain("reviews");
  expect(besideFacts({ ...claim, scale: null, assignee: null })).toMatchObject({ mark: "none", ratingLabel: null });
});

test("[AR5] an article stays when the server goes away while another claim is opened beside it", async () => {
  const loader = keepPage((url) => url.replace(/\/claims\/\d+$/, ""));
  const load = (path: string, serverLoader: () => Promise<unknown>) =>
    loader({ request: new Request(`http://desk.invalid${path}`), serverLoader, params: {} } as never);
  await load("/documents/d", async () => "the article");
  const gone = load("/documents/d/claims/3", async () => Promise.reject(new TypeError("Failed to fetch")));
  expect(await gone).toBe("the article");
});
