import type { Saying } from "#domain/words/say.ts";

const YEARS = 10;
const MINUTE = 60_000;

/**
 * Why a claim cannot be due then, or null. Times are kept to the minute in which they are entered, so the minute that
 * runs is still to come, and a time that stands already may stay.
 */
export function whyNotDue(at: number, now: number, before: number | null): Saying | null {
  if (minuteOf(at) === minuteOf(before ?? Number.NaN)) return null;
  if (minuteOf(at) < minuteOf(now)) return { room: "claims", id: "due_over" };
  if (!(at <= new Date(now).setUTCFullYear(new Date(now).getUTCFullYear() + YEARS)))
    return { room: "claims", id: "due_too_late", values: { years: YEARS } };
  return null;
}

const minuteOf = (at: number) => Math.floor(at / MINUTE);
