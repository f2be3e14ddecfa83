import { describe, expect, test } from "vitest";
import { findClaims } from "#app/article/find-claims.ts";
import type { ClaimChoice } from "#server/services/document-view.ts";

const claim = (reference: string, statement: string, ...exact: string[]): ClaimChoice => ({
  ...{ claimId: reference, reference, statement, language: "" },
  quotes: exact.map((words) => ({ quoteId: words, exact: words, versionNumber: 1 })),
});
const claims = [
  claim("C-14-1", "At least 45 lorries turned back"),
  claim("C-14-2", "Around 300 containers were left", "on the quay, 45 of them open"),
  claim("C-14-45", "الإضراب مُستمرّ في الميناء"),
];
const found = (typed: string) => findClaims(claims, typed).map((one) => one.reference);

describe("a claim is found to attach words to", () => {
  test("[AR3] by any words of it, those of its statement before those of its quotes", () => {
    expect(found("lorr BACK")).toEqual(["C-14-1"]);
    expect(found("45")).toEqual(["C-14-45", "C-14-1", "C-14-2"]);
    expect(found("مستمر")).toEqual(["C-14-45"]);
    expect(found("lorries quay")).toEqual([]);
  });

  test("[AR3] by its reference, whole or only its number", () => {
    expect(found("C-14-2")).toEqual(["C-14-2"]);
    expect(found("2")[0]).toBe("C-14-2");
  });

  test("without words all are there", () => {
    expect(found("  ")).toHaveLength(3);
  });
});
