import { expect, test } from "vitest";
import { claimRow } from "#app/board/claim-row.fixture.ts";
import { keptLists } from "#app/board/kept-lists.ts";
import { rowAhead } from "#app/card/use-card-ahead.ts";

test("[BV32] of a card on its way is shown what the list of its case knows, and nothing of a dropped or an unknown one", () => {
  const claims = [claimRow({ number: 3 }), claimRow({ number: 4, status: "dropped" })];
  keptLists.set("14", { caseId: "case", mark: "", views: [], claims });
  expect(rowAhead("/cases/14/claims/3", 14)).toBe(claims[0]);
  for (const path of ["/cases/14/claims/4", "/cases/14/claims/5", "/cases/14/claims/3/history", "/cases/15/claims/3"])
    expect(rowAhead(path, 14), path).toBeNull();
  expect(rowAhead("/cases/14/claims/3", 15)).toBeNull();
});
