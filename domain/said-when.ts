import type { Precision } from "#domain/card.ts";

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/**
 * The ISO 8601 date (YYYY-MM-DD, YYYY-MM or YYYY) in a "said when", or null when it holds none that exists: "Monday",
 * "2025-02-30". Never finer than the text or the precision; a time of day is left out.
 */
export function isoDate(saidWhen: string, precision: Precision): string | null {
  const match = ISO.exec(saidWhen.trim());
  if (!match) return null;
  const [, year = "", month, day, hour = "0", minute = "0", second = "0"] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  if (!exists(Number(year), Number(month ?? 1), Number(day ?? 1))) return null;
  const parts = [year, month, day].filter((part) => part !== undefined);
  return parts.slice(0, precision === "year" ? 1 : precision === "month" ? 2 : 3).join("-");
}

function exists(year: number, month: number, day: number): boolean {
  // A day that the month does not have runs over into another month.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return year > 0 && date.getUTCMonth() === month - 1;
}
