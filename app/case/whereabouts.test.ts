import { describe, expect, test } from "vitest";
import { hereOf, placePath, whereWords } from "#app/case/whereabouts.ts";
import { english } from "#domain/words/english.ts";

const say = english("case");

describe("where somebody is", () => {
  test("is told in words and has an address", () => {
    const bo = { claimReference: "C-14-3", field: "rationale", screen: "claims" };
    expect(whereWords(say, bo)).toBe("in Rationale of C-14-3");
    expect(whereWords(say, { ...bo, field: null })).toBe("on C-14-3");
    expect(whereWords(say, { claimReference: null, field: null, screen: "documents" })).toBe("reading the article");
    expect(whereWords(say, { claimReference: null, field: null, screen: "" })).toBe("on this case");
    expect(whereWords(say, { claimReference: null, field: "sentence:3", screen: "documents/d1" })).toBe(
      "reading the article",
    );
    expect(placePath(14, bo)).toBe("/cases/14/claims/3");
    expect(placePath(14, { claimReference: "C-14-12", screen: "" })).toBe("/cases/14/claims/12");
    expect(placePath(14, { claimReference: null, screen: "documents/d1" })).toBe("/cases/14/documents/d1");
    expect(placePath(14, { claimReference: null, screen: "table" })).toBe("/cases/14/table");
  });

  test.each(["", "documents", "releases", "elsewhere", "documents/..%2f..%2fmembers", "constructor", "documents/a/b"])(
    "[TO3] what a browser says of itself leads nowhere else: %j",
    (screen) => {
      expect(placePath(14, { claimReference: null, screen })).toBeNull();
    },
  );

  test("is taken from the routes: the screen, and the claim on a card", () => {
    const parents = [{ id: "root" }, { id: "routes/cases.$number" }];
    expect(hereOf([...parents, { id: "routes/cases.$number.documents.$documentId" }])).toEqual({
      claimId: null,
      field: null,
      screen: "documents",
    });
    const article = { id: "routes/cases.$number.documents.$documentId", params: { documentId: "d1" } };
    expect(hereOf([...parents, article])).toMatchObject({ screen: "documents/d1" });
    expect(
      hereOf([...parents, { id: "routes/cases.$number.claims.$claimNumber", data: { claim: { id: "x1" } } }]),
    ).toEqual({ claimId: "x1", field: null, screen: "claims" });
    expect(hereOf(parents)).toMatchObject({ screen: "board" });
  });
});
