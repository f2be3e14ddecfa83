import { expect, test } from "vitest";
import { leftOutWords, releaseWords, whyNotRelease } from "#app/release/preflight-words.ts";
import type { Preflight } from "#server/services/preflight.ts";

const row = {
  claimId: "claim-1",
  number: 1,
  reference: "C-14-1",
  statement: "The prison was built in 2006.",
  language: "en",
  claimant: "Interior ministry",
  figures: [],
  mark: "true" as const,
  ratingLabel: "True",
  contentHash: "a".repeat(64),
  reasons: [],
  doubts: [],
  changedSinceRelease: false,
};
const preflight: Preflight = {
  ready: [row],
  leaving: [],
  blocked: [],
  dropped: 0,
  nextNumber: 2,
  unchanged: false,
};

test("the button says what will exist afterwards", () => {
  expect(releaseWords(preflight)).toBe("Release v2: 1 claim");
});

test("a case without changes since its last release says so and cannot be released", () => {
  expect(whyNotRelease({ ...preflight, unchanged: true }, true)).toMatch(/Nothing changed since v1/);
});

test("a case without claims that are ready cannot be released", () => {
  expect(whyNotRelease({ ...preflight, ready: [] }, true)).toMatch(/No claim is ready/);
});

test("an analyst is told who can release", () => {
  expect(whyNotRelease(preflight, false)).toMatch(/editors and admins/);
  expect(whyNotRelease(preflight, true)).toBeNull();
});

test("the question before a release names what was in the last one and leaves it, and counts what stays out", () => {
  expect(leftOutWords(preflight)).toEqual([]);
  const leaving = [row, { ...row, reference: "C-14-2" }];
  expect(leftOutWords({ ...preflight, leaving, blocked: [row] })).toEqual([
    "C-14-1, C-14-2 were in v1 and will not be in v2.",
    "1 claim stays out until nothing blocks it.",
  ]);
});
