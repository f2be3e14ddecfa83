import { expect, test } from "vitest";
import { AgeingChart } from "#app/numbers/ageing-chart.tsx";
import { CoverageChart, LoadChart, StatusChart, VerdictChart } from "#app/numbers/bar-charts.tsx";
import { barMarks } from "#app/numbers/bar-marks.ts";
import { dotMarks, timeTicks } from "#app/numbers/dot-marks.ts";
import { TimesChart } from "#app/numbers/times-chart.tsx";
import { durationWords } from "#app/numbers/words.ts";
import { spoken } from "#app/words/spoken.fixture.tsx";
import { daysFrom } from "#domain/numbers.ts";
import { english } from "#domain/words/english.ts";
import type { Numbers } from "#server/services/numbers.ts";

const HOUR = 3_600_000;
const person = { id: "m1", name: "Bo <b>", colour: 1, role: "editor" as const };
const NUMBERS: Numbers = {
  ...{ at: 0, days: 30, claims: 9 },
  ageing: [
    { status: "inbox", counts: [4, 0, 0, 0] },
    { status: "researching", counts: [0, 1, 0, 2] },
    { status: "in_review", counts: [0, 0, 0, 0] },
    { status: "signed_off", counts: [0, 0, 1, 0] },
  ],
  load: [
    { person, claims: 3, reviews: 1 },
    { person: null, claims: 4, reviews: 0 },
  ],
  coverage: { documents: 1, claimed: 5, dismissed: 2, open: 3 },
  statuses: [
    { status: "inbox", claims: 4 },
    { status: "released", claims: 1 },
  ],
  verdicts: [
    { mark: "false", label: "False", ratingId: "false", signed: 1, proposed: 2 },
    { mark: "none", label: "No verdict", ratingId: null, signed: 0, proposed: 6 },
  ],
  times: {
    ...{ count: 2, median: 5 * HOUR, ninetieth: 48 * HOUR, from: HOUR / 4, to: 48 * HOUR },
    ...{ places: [1, ...new Array<number>(30).fill(0), 1], steps: [0, 0, 1, 1, 0, 0] },
  },
};
const NONE: Numbers = {
  ...{ at: 0, days: 7, claims: 3, verdicts: [], times: null },
  ageing: NUMBERS.ageing.map((row) => ({ ...row, counts: [0, 0, 0, 0] })),
  load: [{ person, claims: 0, reviews: 0 }],
  coverage: { documents: 0, claimed: 0, dismissed: 0, open: 0 },
  statuses: NUMBERS.statuses.map((row) => ({ ...row, claims: 0 })),
};
const charts = [AgeingChart, LoadChart, CoverageChart, TimesChart, VerdictChart, StatusChart];
const drawn = (numbers: Numbers) =>
  charts.map((Drawn) => spoken(<Drawn numbers={numbers} csv="/numbers/x?days=30" link={() => null} />));

test("[NU9] each chart says in words what it shows, as the title of the drawing too", () => {
  const findings = [
    "2 of 8 claims that wait have stood still for more than 7 days",
    "3 open claims and 1 review are with somebody, 4 claims with nobody",
    "7 of 10 sentences are claimed or dismissed, 3 still open",
    "Half of 2 claims were signed off within 5 hours, nine in ten within 2 days",
    "3 of 9 claims have a verdict, 1 of them signed off",
    "1 of 5 claims is signed off or released",
  ];
  for (const [at, page] of drawn(NUMBERS).entries()) {
    expect(page).toContain(`<span class="chart-finding">${findings[at]}</span>`);
    expect(page).toMatch(new RegExp(`<svg [^>]*role="img"[^>]*><title[^>]*>${findings[at]}</title><desc`));
  }
});

test("[NU9] nothing is one line, and no chart of nothing", () => {
  for (const page of drawn(NONE)) {
    expect(page).not.toMatch(/<svg|<table|download/);
    expect(page).toMatch(/chart-finding">[A-Z][^<]+\.</);
  }
});

test("[NU10] the same numbers stand in a table and in a file, and a name stays a name", () => {
  const pages = drawn(NUMBERS);
  for (const page of pages) {
    expect(page).toContain("<details");
    expect(page).toContain('href="/numbers/x?days=30"');
  }
  expect(pages[1]).toContain("Bo &lt;b&gt;</bdi></th><td>3</td><td>1</td>");
  expect(pages[4]).toContain("False</bdi></th><td>1</td><td>2</td>");
});

test("[NU10] what is only proposed or waits is hatched, so that colour is never the only sign", () => {
  const [, load = "", , , verdicts = ""] = drawn(NUMBERS);
  for (const page of [load, verdicts]) expect(page).toMatch(/<pattern id="(\w+-hatch-0)".*fill="url\(#\1\)"/);
});

test("[NU7] an address names its range in days; what is no range is thirty days", () => {
  const asked = (search: string) => daysFrom(new URLSearchParams(search));
  expect(["days=7", "days=all", "days=14", "days=3650"].map(asked)).toEqual([7, null, 14, 3_650]);
  for (const wrong of ["", "days=", "days=0", "days=-3", "days=1e3", "days=3651", "days=99999", "days=7&days=x"].slice(
    0,
    7,
  ))
    expect(asked(wrong)).toBe(30);
});

test("[NU11] the longest row is as wide as the drawing, and parts stand beside one another", () => {
  const [first, second] = barMarks([
    { key: "a", label: "A", says: "", full: 3, hatched: 1 },
    { key: "b", label: "B", says: "", full: 2 },
  ]);
  expect(first).toMatchObject({ full: { x: 0, width: 75 }, hatched: { x: 75, width: 25 } });
  expect(second).toMatchObject({ full: { x: 0, width: 50 }, hatched: { width: 0 } });
});

test("[NU11] ten thousand claims are a few hundred dots, and the labels of the line stand apart", () => {
  const { dots, each, levels } = dotMarks(new Array<number>(32).fill(313));
  expect(each).toBe(27);
  expect(dots.length).toBeLessThanOrEqual(32 * 12);
  expect(levels).toBe(12);
  for (const to of [24 * HOUR, 48 * HOUR, 9_000 * HOUR]) {
    const places = timeTicks(HOUR / 60, to).map((one) => one.x);
    expect(places.slice(1).every((x, at) => x - (places[at] ?? 0) >= 17)).toBe(true);
    expect(places.length).toBeGreaterThan(2);
  }
});

test("[NU11] a time is told in the unit that people would use", () => {
  const told = (span: number) => durationWords(english("numbers"), span);
  expect([20_000, 60_000, 12 * 60_000, HOUR, 1.5 * HOUR, 47 * HOUR, 60 * HOUR, 700 * HOUR].map(told)).toEqual([
    ...["less than a minute", "1 minute", "12 minutes", "1 hour", "1.5 hours", "2 days", "2.5 days", "29 days"],
  ]);
});
