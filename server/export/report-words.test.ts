import { expect, test } from "vitest";
import type { ReleasedClaim } from "#domain/claim-set.ts";
import { SAMPLE_CLAIM_SET } from "#server/export/claim-set.fixture.ts";
import { attributionWords } from "#server/export/report-words.ts";

const [sample] = SAMPLE_CLAIM_SET.claims as [ReleasedClaim];
const saidBy = (given: Partial<ReleasedClaim["card"]>) =>
  attributionWords({ ...sample, card: { ...sample.card, mode: null, speaker: "", organisation: "", ...given } });

test("the outlet is named as the carrier of somebody else's words", () => {
  expect(saidBy({ claimant: "Port authority", outlet: "Harbour Wire" })).toBe("carried by Harbour Wire");
});

test("an outlet that says so itself is not its own carrier", () => {
  expect(saidBy({ claimant: "Harbour Wire", outlet: "Harbour Wire" })).toBe("");
});
