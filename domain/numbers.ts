import type { Status } from "#domain/status.ts";

/** What browser and server agree on about the numbers of a case and of the desk. */
export const CHARTS = ["ageing", "load", "coverage", "statuses", "verdicts", "times"] as const;
export type ChartId = (typeof CHARTS)[number];

/** Statuses in which a claim still waits for somebody: the last one for a release. */
export const WAITING = ["inbox", "researching", "in_review", "signed_off"] as const satisfies readonly Status[];
export type Waiting = (typeof WAITING)[number];

export const DAY_MS = 24 * 60 * 60_000;

/** How long something waits, in days: each step ends where the next begins, the last one has no end. */
export const AGES = [
  { id: "0-1", words: "0–1 day", until: 1 },
  { id: "1-3", words: "1–3 days", until: 3 },
  { id: "3-7", words: "3–7 days", until: 7 },
  { id: "over-7", words: "over 7 days", until: Number.POSITIVE_INFINITY },
] as const;

/** The steps in which a table tells how long a verdict took, in hours. */
export const SPANS = [
  { id: "under-1h", words: "Under 1 hour", until: 1 },
  { id: "1-4h", words: "1–4 hours", until: 4 },
  { id: "4-24h", words: "4–24 hours", until: 24 },
  { id: "1-3d", words: "1–3 days", until: 72 },
  { id: "3-7d", words: "3–7 days", until: 168 },
  { id: "over-7d", words: "Over 7 days", until: Number.POSITIVE_INFINITY },
] as const;

/** The ranges that are offered, in days; null is all the time there was. */
export const RANGES = [7, 30, 90, null] as const;
export type Days = number | null;
const USUAL = 30;
const MOST_DAYS = 3_650;

/** The range that an address asks for (`?days=`); what is no range is the usual one. */
export function daysFrom(search: URLSearchParams): Days {
  const asked = search.get("days") ?? "";
  if (asked === "all") return null;
  const days = /^\d{1,4}$/.test(asked) ? Number(asked) : USUAL;
  return days >= 1 && days <= MOST_DAYS ? days : USUAL;
}

export const daysParam = (days: Days) => `days=${days ?? "all"}`;

/** The place of a value among steps that end at `until`. */
export function stepOf(steps: readonly { until: number }[], value: number): number {
  return steps.findIndex((one) => value < one.until);
}
