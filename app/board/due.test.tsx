import { expect, test } from "vitest";
import { Due } from "#app/board/due.tsx";
import { spoken } from "#app/words/spoken.fixture.tsx";

const at = Date.parse("2026-03-12T18:00:00Z");

test("[CL11] what is released is due no more", () => {
  expect(spoken(<Due at={at} status="released" />)).toBe("");
  expect(spoken(<Due at={at} status="in_review" />)).toContain("Due <time");
});
