import { expect, test } from "vitest";
import type { Preflight, PreflightRow } from "#server/services/preflight.ts";
import { preflightPage, readyHash } from "#server/services/preflight-page.ts";

const row = (number: number): PreflightRow => ({
  ...{ claimId: `claim-${number}`, number, reference: `C-1-${number}`, contentHash: String(number), language: "en" },
  ...{ statement: number % 10 === 0 ? "Les grués fell." : "The ships sank.", claimant: "Port", figures: [] },
  ...{ mark: "true", ratingLabel: "True", reasons: [], doubts: [], changedSinceRelease: false },
});
const rows = (count: number) => Array.from({ length: count }, (_, at) => row(at + 1));
const preflight: Preflight = {
  ...{ ready: rows(50), leaving: rows(21), blocked: rows(3) },
  ...{ dropped: 0, retractions: 0, nextNumber: 2, unchanged: false, advice: [] },
};
const FIRST = { words: "", ready: 1, leaving: 1, blocked: 1 };
const shown = (asked: Partial<typeof FIRST>) => preflightPage(preflight, { ...FIRST, ...asked });

test("[RL13] the lists before a release are shown page by page, each by itself, with how many there are", () => {
  const page = shown({ ready: 3 });
  expect(page.ready.rows.map(({ number }) => number)).toEqual([41, 42, 43, 44, 45, 46, 47, 48, 49, 50]);
  expect([page.ready.count, page.leaving.rows.length, page.blocked.rows.length]).toEqual([50, 20, 3]);
  expect([page.leaving.count, page.left.length]).toEqual([21, 20]);
});

test("[RL13] words find claims in all of the lists, whatever their accents", () => {
  const { ready, leaving, blocked } = shown({ words: " GRUES fell ", ready: 9 });
  expect(ready.rows.map(({ number }) => number)).toEqual([10, 20, 30, 40, 50]);
  expect([ready.part.found, leaving.part.found, blocked.part.found]).toEqual([5, 2, 0]);
  expect([ready.count, shown({ words: "c-1-17 port" }).ready.rows.length]).toEqual([50, 1]);
});

test("[RL3] the hash of what is ready stands for all of it, whatever page is shown and in whatever order it is named", () => {
  const { readyHash: hash } = shown({ words: "grues" });
  expect(hash).toBe(readyHash(rows(50).reverse()));
  expect(hash).not.toBe(readyHash(rows(49)));
  expect(hash).not.toBe(readyHash([...rows(49), { ...row(50), contentHash: "another" }]));
});
