import { expect, test } from "vitest";
import { claimRow } from "#app/board/claim-row.fixture.ts";
import { COLUMNS, groupByStatus } from "#app/board/columns.ts";
import { STATUSES } from "#domain/status.ts";

test("the board shows every status except dropped, in the order of the work", () => {
  expect(COLUMNS).toEqual(["inbox", "researching", "in_review", "signed_off", "released"]);
});

test("in a column, what is due first stands first, and claims without a due time follow by number", () => {
  const rows = [
    claimRow({ number: 10 }),
    claimRow({ number: 9 }),
    claimRow({ number: 11, dueAt: 50 }),
    claimRow({ number: 12, dueAt: 20 }),
  ];
  expect(groupByStatus(rows).inbox.map((row) => row.number)).toEqual([12, 11, 9, 10]);
  expect(groupByStatus(rows.toReversed()).inbox.map((row) => row.number)).toEqual([12, 11, 9, 10]);
});

test("every claim stands in exactly one column", () => {
  const rows = STATUSES.map((status, number) => claimRow({ number, status }));
  const groups = groupByStatus(rows);
  expect(STATUSES.flatMap((status) => groups[status].map((row) => [status, row.status]))).toEqual(
    STATUSES.map((one) => [one, one]),
  );
});
