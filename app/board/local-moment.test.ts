import { expect, test } from "vitest";
import { localMoment, momentOf } from "#app/board/local-moment.ts";

test("a due time comes back from the field as the same minute", () => {
  const at = Date.UTC(2026, 2, 12, 18, 5);
  expect(momentOf(localMoment(at))).toBe(String(at));
});

test("an empty or half-filled field is no due time", () => {
  expect(momentOf("")).toBe("");
  expect(momentOf("2026-03-")).toBe("");
});
