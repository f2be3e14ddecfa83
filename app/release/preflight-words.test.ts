import { expect, test } from "vitest";
import { heldWords, leftOutWords, noneReadyWords, whyNotRelease } from "#app/release/preflight-words.ts";
import { english } from "#domain/words/english.ts";
import type { Preflight } from "#server/services/preflight.ts";
import type { PreflightPage } from "#server/services/preflight-page.ts";

const say = english("release");
const lists = new Intl.ListFormat("en-GB", { type: "unit" });
const list = (words: readonly string[]) => lists.format(words);

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
const shown = (...rows: Preflight["ready"]) => ({
  ...{ count: rows.length, rows },
  part: { page: 1, pages: 1, words: "", from: 1, to: rows.length, found: rows.length },
});
const preflight: PreflightPage = {
  ...{ ready: shown(row), leaving: shown(), blocked: shown(), words: "", readyHash: "", left: [] },
  dropped: 0,
  retractions: 0,
  nextNumber: 2,
  unchanged: false,
  advice: [],
};

test("the button says what will exist afterwards", () => {
  expect(say("release_claims", { number: 2, count: preflight.ready.count })).toBe("Release v2: 1 claim");
});

test("a case without changes since its last release says so and cannot be released", () => {
  expect(whyNotRelease(say, { ...preflight, unchanged: true }, true)).toMatch(/Nothing changed since v1/);
});

test("a case without claims that are ready cannot be released", () => {
  expect(whyNotRelease(say, { ...preflight, ready: shown() }, true)).toMatch(/No claim is ready/);
});

test("[RL22] a case of which nothing is left but retractions can release those, and says so in plain words", () => {
  const only = { ...preflight, ready: shown(), leaving: shown(row), retractions: 2 };
  expect(whyNotRelease(say, only, true)).toBeNull();
  expect(whyNotRelease(say, only, false)).toMatch(/editors and admins/);
  const { act, title, frozen } = heldWords(say, only);
  expect([act, title]).toEqual(["Release v2: only 2 retractions", "Release v2: only 2 retractions?"]);
  expect(frozen[0]).toBe("This release holds no claims, only 2 retractions.");
  expect(heldWords(say, { ...only, retractions: 1 }).frozen[0]).toBe(
    "This release holds no claims, only 1 retraction.",
  );
  expect(heldWords(say, { ...preflight, retractions: 1 }).act).toBe("Release v2: 1 claim");
  expect(noneReadyWords(say, only)).toBe("No claim is ready. 2 retractions are to be released.");
  expect(noneReadyWords(say, { ...only, retractions: 1 })).toBe("No claim is ready. 1 retraction is to be released.");
  expect(noneReadyWords(say, { ...only, retractions: 0 })).toBe("No claim is signed off yet.");
});

test("a case whose only claim is blocked is told what becomes of the last release meanwhile", () => {
  expect(whyNotRelease(say, { ...preflight, ready: shown(), leaving: shown(row) }, true)).toBe(
    "A release holds one claim or new retraction at least, and there is none. What leaves v1 is told with the next one; until then, a public page of v1 can be taken off.",
  );
});

test("an analyst is told who can release", () => {
  expect(whyNotRelease(say, preflight, false)).toMatch(/editors and admins/);
  expect(whyNotRelease(say, preflight, true)).toBeNull();
});

test("the question before a release names what was in the last one and leaves it, and counts what stays out", () => {
  expect(leftOutWords(say, list, preflight)).toEqual([]);
  const leaving = { leaving: shown(row, row), left: ["C-14-1", "C-14-2"] };
  expect(leftOutWords(say, list, { ...preflight, ...leaving, blocked: shown(row) })).toEqual([
    "C-14-1, C-14-2 were in v1 and will not be in v2.",
    "1 claim stays out until nothing blocks it.",
  ]);
  expect(leftOutWords(say, list, { ...preflight, ...leaving, left: ["C-14-1"] })).toEqual([
    "2 claims were in v1 and will not be in v2.",
  ]);
});
