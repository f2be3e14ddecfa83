import fc from "fast-check";
import { expect, test } from "vitest";
import { isoDate } from "#domain/said-when.ts";

test.each([
  ["2026-03-08", "day", "2026-03-08"],
  [" 2026-03-08 ", "as_said", "2026-03-08"],
  ["2026-03-08T14:30:00Z", "time", "2026-03-08"],
  ["2026-03-08 14:30", "day", "2026-03-08"],
  ["2026-03-08", "month", "2026-03"],
  ["2026-03-08", "year", "2026"],
  ["2026-03", "day", "2026-03"],
  ["2026", "year", "2026"],
  ["2024-02-29", "day", "2024-02-29"],
] as const)("%j said to the %s is %s", (text, precision, date) => {
  expect(isoDate(text, precision)).toBe(date);
});

test.each([
  "",
  "Monday",
  "Monday evening",
  "March 2026",
  "2025-02-29",
  "2026-13",
  "2026-00-10",
  "2026-04-31",
  "0000",
  "26-03-08",
  "2026-3-8",
  "2026-03-08T25:00",
])("%j holds no date", (text) => {
  expect(isoDate(text, "day")).toBeNull();
});

test("every real day is taken, and the day after the last of its month is not", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-30"), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(isoDate(day, "day")).toBe(day);
      const last = new Date(Date.UTC(date.getUTCFullYear() + 400, date.getUTCMonth() + 1, 0)).getUTCDate();
      expect(isoDate(`${day.slice(0, 8)}${last + 1}`, "day")).toBeNull();
    }),
  );
});
