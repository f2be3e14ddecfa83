export type SnoozeTime = { id: "today" | "tomorrow" | "monday"; at: number };

const MORNING = 9;
const LATER_HOURS = 3;

/** The moments until which something can be put away, by the reader's own clock; those that would be the same are one. */
export function snoozeTimes(now: Date): SnoozeTime[] {
  const later = new Date(now);
  later.setHours(now.getHours() + LATER_HOURS + (now.getMinutes() > 0 ? 1 : 0), 0, 0, 0);
  const tomorrow = morning(now, 1);
  const monday = morning(now, (8 - now.getDay()) % 7 || 7);
  const times: SnoozeTime[] = [];
  if (later.getDate() === now.getDate()) times.push({ id: "today", at: later.getTime() });
  times.push({ id: "tomorrow", at: tomorrow });
  if (monday !== tomorrow) times.push({ id: "monday", at: monday });
  return times;
}

function morning(now: Date, days: number): number {
  const day = new Date(now);
  day.setDate(now.getDate() + days);
  return day.setHours(MORNING, 0, 0, 0);
}
