import { expect, test } from "vitest";
import { claimRow } from "#app/board/claim-row.fixture.ts";
import { readSort, searchToSort, sortClaims } from "#app/board/sort.ts";

const numbers = (rows: { number: number }[]) => rows.map((row) => row.number);

test("a column that is clicked sorts, clicked again it turns round, and filters stay in the address", () => {
  const once = searchToSort(new URLSearchParams("assignee=me"), "due");
  expect(once).toBe("?assignee=me&sort=due");
  const twice = searchToSort(new URLSearchParams(once), "due");
  expect(readSort(new URLSearchParams(twice))).toEqual({ key: "due", descending: true });
  expect(readSort(new URLSearchParams(searchToSort(new URLSearchParams(twice), "owner")))).toEqual({
    key: "owner",
    descending: false,
  });
});

test("an unknown column sorts by reference", () => {
  expect(readSort(new URLSearchParams("sort=__proto__"))).toEqual({ key: "reference", descending: false });
});

test("C-14-10 comes after C-14-9", () => {
  const rows = [claimRow({ number: 10 }), claimRow({ number: 9 })];
  expect(numbers(sortClaims(rows, { key: "reference", descending: false }, "en-GB"))).toEqual([9, 10]);
});

test("empty cells come last in both directions", () => {
  const rows = [claimRow({ number: 1 }), claimRow({ number: 2, dueAt: 20 }), claimRow({ number: 3, dueAt: 10 })];
  expect(numbers(sortClaims(rows, { key: "due", descending: false }, "en-GB"))).toEqual([3, 2, 1]);
  expect(numbers(sortClaims(rows, { key: "due", descending: true }, "en-GB"))).toEqual([2, 3, 1]);
});

test("equal cells keep the order of the references", () => {
  const rows = [claimRow({ number: 3 }), claimRow({ number: 1 }), claimRow({ number: 2 })];
  expect(numbers(sortClaims(rows, { key: "claimant", descending: true }, "en-GB"))).toEqual([1, 2, 3]);
});

test("of two claims with the same current sign-offs, the one with stale ones comes first", () => {
  const rows = [
    claimRow({ number: 1, signOffs: { current: 1, stale: 0, quorum: 2 } }),
    claimRow({ number: 2, signOffs: { current: 1, stale: 1, quorum: 2 } }),
  ];
  expect(numbers(sortClaims(rows, { key: "signoffs", descending: false }, "en-GB"))).toEqual([2, 1]);
});

test("figures sort by their size, not by their digits", () => {
  const rows = [
    claimRow({ number: 1, figures: [{ qualifier: "up_to", value: "1500", upper: "", unit: "people" }] }),
    claimRow({ number: 2, figures: [{ qualifier: "about", value: "120", upper: "", unit: "people" }] }),
  ];
  expect(numbers(sortClaims(rows, { key: "figures", descending: false }, "en-GB"))).toEqual([2, 1]);
});
