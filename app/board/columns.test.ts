import { expect, test } from "vitest";
import { claimRow } from "#app/board/claim-row.fixture.ts";
import { groupByStatus } from "#app/board/columns.ts";
import { english } from "#domain/words/english.ts";

test("every status has its place, with its claims in the order given", () => {
  const rows = [claimRow({ number: 2, status: "in_review" }), claimRow({ number: 1, status: "in_review" })];
  const groups = groupByStatus(english("statuses"), rows);
  expect(groups.map((one) => one.words)).toEqual([
    ...["Inbox", "Researching", "In review", "Signed off", "Released", "Dropped"],
  ]);
  expect(groups[2]?.rows.map((row) => row.number)).toEqual([2, 1]);
});
