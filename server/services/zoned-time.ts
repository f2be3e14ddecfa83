/** The calendar day (YYYY-MM-DD) and the hour of the day (0 to 23) of a moment in a time zone. */
export function dayAndHour(at: number, timeZone: string): { day: string; hour: number } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    ...{ timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", hourCycle: "h23" },
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return { day: `${part("year")}-${part("month")}-${part("day")}`, hour: Number(part("hour")) };
}

const SHAPE = { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;

/** A moment in words, with its zone: "10 Mar 2026, 18:00 (Europe/Berlin)". */
export function momentIn(at: number, timeZone: string, locale: string): string {
  return `${new Intl.DateTimeFormat(locale, { ...SHAPE, timeZone }).format(at)} (${timeZone})`;
}

/** The same in UTC: "10 Mar 2026, 18:00 UTC". */
export function utcMoment(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { ...SHAPE, timeZone: "UTC", timeZoneName: "short" }).format(at);
}
