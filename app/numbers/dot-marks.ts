/** The most dots that stand on one another; where more would, a dot stands for several claims. */
const HIGHEST = 12;

/** A dot by its place across, in percent, and how many stand under it. */
export type Dot = { x: number; level: number };

/** Dots for the counts of places that are spread over the width evenly; each stands for `each` claims or a part of them. */
export function dotMarks(places: readonly number[]): { dots: Dot[]; each: number; levels: number } {
  const each = Math.max(1, Math.ceil(Math.max(0, ...places) / HIGHEST));
  const dots = places.flatMap((claims, at) =>
    Array.from({ length: Math.ceil(claims / each) }, (_, level) => ({ x: placeOf(at, places.length), level })),
  );
  return { dots, each, levels: Math.max(1, ...dots.map((one) => one.level + 1)) };
}

const placeOf = (at: number, places: number) => (places > 1 ? (at / (places - 1)) * 100 : 0);

const HOUR = 3_600_000;
const TICKS = [
  [HOUR / 60, "tick_1_min"],
  [HOUR / 6, "tick_10_min"],
  [HOUR, "tick_1_h"],
  [6 * HOUR, "tick_6_h"],
  [24 * HOUR, "tick_1_day"],
  [7 * 24 * HOUR, "tick_1_week"],
  [30 * 24 * HOUR, "tick_30_days"],
  [365 * 24 * HOUR, "tick_1_year"],
] as const;

/** A place on the line, and the sentence that names it. */
export type Tick = { x: number; id: (typeof TICKS)[number][1] };

/** Closer than this, in percent, two labels run into one another on a phone. */
const APART = 17;

/** The labels under a line from one time to another, by the logarithm, as many as stand apart. */
export function timeTicks(from: number, to: number): Tick[] {
  const ticks: Tick[] = [];
  for (const [time, id] of TICKS) {
    const x = timePlace(time, from, to);
    const last = ticks.at(-1)?.x ?? Number.NEGATIVE_INFINITY;
    if (x >= 0 && x <= 100 && x - last >= APART) ticks.push({ x, id });
  }
  return ticks;
}

/** Where a time stands between two others, in percent, by the logarithm. */
export function timePlace(time: number, from: number, to: number): number {
  return (Math.log(time / from) / Math.log(to / from)) * 100;
}
