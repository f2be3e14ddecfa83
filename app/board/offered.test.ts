import { expect, test } from "vitest";
import { claimRow } from "#app/board/claim-row.fixture.ts";
import { offeredIn } from "#app/board/offered.ts";

test("[BV23] labels and claimants are offered once however they are written, in the order of the alphabet", () => {
  const rows = [
    claimRow({ number: 1, labels: ["water", "Prison"], claimant: "Union" }),
    claimRow({ number: 2, labels: ["PRISON", "item 10", "item 9"], claimant: "" }),
    claimRow({ number: 3, claimant: "union" }),
  ];
  expect(offeredIn(rows, "en-GB")).toEqual({ labels: ["item 9", "item 10", "Prison", "water"], claimants: ["Union"] });
});
