import { describe, expect, test } from "vitest";
import { hereOf, wherePath, whereWords } from "#app/case/whereabouts.ts";

describe("where somebody is", () => {
  test("is told in words and has an address", () => {
    const bo = { claimReference: "C-14-3", field: "rationale", screen: "claims" };
    expect(whereWords(bo)).toBe("in Rationale of C-14-3");
    expect(whereWords({ ...bo, field: null })).toBe("on C-14-3");
    expect(whereWords({ claimReference: null, field: null, screen: "documents" })).toBe("reading the article");
    expect(whereWords({ claimReference: null, field: null, screen: "" })).toBe("on this case");
    expect(wherePath(14, bo)).toBe("/cases/14/claims/3");
    expect(wherePath(14, { claimReference: "C-14-12" })).toBe("/cases/14/claims/12");
    expect(wherePath(14, { claimReference: null })).toBeNull();
  });

  test("is taken from the routes: the screen, and the claim on a card", () => {
    const parents = [{ id: "root" }, { id: "routes/cases.$number" }];
    expect(hereOf([...parents, { id: "routes/cases.$number.documents.$documentId" }])).toEqual({
      claimId: null,
      field: null,
      screen: "documents",
    });
    expect(
      hereOf([...parents, { id: "routes/cases.$number.claims.$claimNumber", data: { claim: { id: "x1" } } }]),
    ).toEqual({ claimId: "x1", field: null, screen: "claims" });
    expect(hereOf(parents)).toMatchObject({ screen: "board" });
  });
});
