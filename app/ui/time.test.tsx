import { expect, test } from "vitest";
import { ClockProvider } from "#app/ui/clock.ts";
import { Time } from "#app/ui/time.tsx";
import { timeWords, utcWords } from "#app/ui/time-words.ts";
import { spoken } from "#app/words/spoken.fixture.tsx";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import type { Language } from "#domain/words/languages.ts";

const speech = (language: Language) => ({ language, catalogue: CATALOGUES[language] });

test("[CL11] a time that no calendar has is said to be none, and takes no page down", () => {
  for (const at of [9_000_000_000_000_000, -9e15, Number.NaN])
    for (const show of ["date", "time", "moment", "near"] as const)
      expect(spoken(<Time at={at} show={show} />)).toBe("<span>no real time</span>");
});

test("a time near now has its year when that is another one", () => {
  const year = new Date().getFullYear();
  const near = (at: Date) => timeWords(speech("en"), at.getTime(), "near");
  expect(near(new Date(year + 1, 5, 3, 18))).toContain(String(year + 1));
  expect(near(new Date(year, new Date().getMonth() < 6 ? 10 : 2, 3, 18))).not.toContain(String(year));
});

test("[WD7] a time is written as the language of the page does, with digits that can be compared with sources", () => {
  const at = Date.UTC(2026, 2, 9, 14, 5);
  expect(utcWords(speech("en"), at, "moment")).toBe("9 Mar 2026, 14:05");
  expect(utcWords(speech("ar"), at, "moment")).toMatch(/^9 مارس 2026.*5/);
  expect(timeWords(speech("ar"), Date.now(), "near")).toContain("اليوم");
});

test("[WD9] the server writes a time by the clock of the reader, and in UTC while it does not know it", () => {
  const at = Date.UTC(2026, 2, 9, 22, 30);
  const written = (show: "near" | "date", zone: string | null, now = at) =>
    spoken(
      <ClockProvider value={zone === null ? null : { zone, now }}>
        <Time at={at} show={show} />
      </ClockProvider>,
    ).replace(/<[^>]+>/g, "");
  const HOUR = 3_600_000;
  expect(written("near", null)).toBe("9 Mar 2026, 22:30 UTC");
  expect(written("near", "Europe/Berlin")).toBe("today 23:30");
  expect(written("near", "Europe/Berlin", at + HOUR)).toBe("yesterday 23:30");
  expect(written("near", "Asia/Tokyo", at - 8 * HOUR)).toBe("tomorrow 07:30");
  expect(written("near", "Asia/Tokyo", at + 72 * HOUR)).toBe("10 Mar, 07:30");
  expect(written("near", "Asia/Tokyo", at + 9000 * HOUR)).toBe("10 Mar 2026, 07:30");
  expect(written("date", "Asia/Tokyo")).toBe("10 Mar 2026");
});
