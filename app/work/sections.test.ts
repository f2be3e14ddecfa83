import { expect, test } from "vitest";
import { claimRow } from "#app/board/claim-row.fixture.ts";
import { workSections, workWords } from "#app/work/sections.ts";
import { english } from "#domain/words/english.ts";
import type { Work } from "#server/services/work.ts";

const row = (number: number) => ({
  ...claimRow({ number }),
  caseNumber: 14,
  caseTitle: "Prison break figures",
  why: "",
});
const none: Work = { toReview: [], stale: [], changesRequested: [], assigned: [], waiting: [] };
const say = english("work");

test("only lists that hold something are shown, stale sign-offs and reviews first", () => {
  const work = { ...none, waiting: [row(1)], assigned: [row(2)], stale: [row(3)], toReview: [row(4)] };
  expect(workSections(say, work).map((one) => one.title)).toEqual([
    "Stale sign-offs",
    "To review",
    "Assigned to me",
    "Waiting on others",
  ]);
});

test("what waits for others is not counted as mine", () => {
  expect(workWords(say, { ...none, waiting: [row(1)], stale: [row(2)] })).toBe("1 claim waits for you.");
  expect(workWords(say, { ...none, waiting: [row(1)] })).toBe("Nothing waits for you; others have it.");
  expect(workWords(say, none)).toBe("Nothing waits for you.");
});
