/** A time zone by its name, as Intl spells it, such as "Europe/Berlin"; null where there is none of that name. */
export function timeZoneNamed(name: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** The name of the zone of the clock that this runs by. */
export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
