const YEARS = 10;
const MINUTE = 60_000;

/**
 * Why a claim cannot be due then, or null. Times are kept to the minute in which they are entered, so the minute that
 * runs is still to come, and a time that stands already may stay.
 */
export function whyNotDue(at: number, now: number, before: number | null): string | null {
  if (minuteOf(at) === minuteOf(before ?? Number.NaN)) return null;
  if (minuteOf(at) < minuteOf(now)) return "That is over already. Give a due time that is still to come.";
  if (!(at <= new Date(now).setUTCFullYear(new Date(now).getUTCFullYear() + YEARS)))
    return `Give a due time within the next ${YEARS} years.`;
  return null;
}

const minuteOf = (at: number) => Math.floor(at / MINUTE);
