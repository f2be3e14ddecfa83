import type { ClaimRow } from "#server/services/claim-rows.ts";

/** A claim as the board gets it, for tests: name only what matters. */
export function claimRow(given: Partial<ClaimRow> & { number: number }): ClaimRow {
  return {
    id: `claim-${given.number}`,
    reference: `C-14-${given.number}`,
    statement: "120 detainees escaped.",
    claimant: "Interior ministry",
    language: "en",
    status: "inbox",
    stage: "inbox",
    dropReason: null,
    duplicateOf: null,
    mark: "none",
    ratingId: null,
    ratingLabel: null,
    verdict: "",
    assignee: null,
    reviewers: [],
    dueAt: null,
    sources: 0,
    signOffs: { current: 0, stale: 0, quorum: 2 },
    changesRequested: false,
    version: 1,
    updatedAt: 1_000,
    figures: [],
    labels: [],
    contentHash: "0".repeat(64),
    releasedIn: null,
    releasedHash: null,
    createdAt: 1_000,
    ...given,
  };
}
