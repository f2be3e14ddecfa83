import { expect, test } from "vitest";
import { markedField, whoMarks } from "#app/article/marked-words.ts";
import type { Presence } from "#app/live/live-message.ts";

const colleague = (name: string, field: string | null, given = {}): Presence => ({
  ...{ memberId: name, name, colour: 0, claimId: null, claimReference: null, field, screen: "documents", since: 0 },
  ...{ idle: false, following: null },
  ...given,
});

test("[CL28] whoever has some of the same words of this version selected is named; nobody else is", () => {
  const roster = [
    colleague("Bo", markedField("v1", { start: 10, end: 20 })),
    colleague("Chen", markedField("v1", { start: 20, end: 30 })),
    colleague("Dalia", markedField("v2", { start: 10, end: 20 })),
    colleague("Vera", markedField("v1", { start: 10, end: 20 }), { idle: true }),
    colleague("Ana", markedField("v1", { start: 10, end: 20 })),
    colleague("Eve", "words:v1:x-y"),
    colleague("Finn", "rationale"),
  ];
  expect(whoMarks(roster, "Ana", "v1", { start: 15, end: 20 })).toEqual(["Bo"]);
});

test("[CL28] the field is as short as the live channel takes it", () => {
  const id = "00000000-0000-4000-8000-000000000000";
  expect(markedField(id, { start: 2_000_000, end: 2_000_000 }).length).toBeLessThanOrEqual(60);
});
