/** One row of bars: what it is called, and how much of each kind there is. */
export type BarRow = { key: string; label: string; says: string; full: number; hatched?: number };
export type BarMark = { y: number; full: { x: number; width: number }; hatched: { x: number; width: number } };

/** Pixels from one row to the next, and within a row: its words, then its bar. */
export const ROW = { height: 44, words: 16, bar: 24, thickness: 10 } as const;

/** Where the bars stand, across in percent of the width: the longest row takes all of it. */
export function barMarks(rows: readonly BarRow[]): BarMark[] {
  const most = Math.max(1, ...rows.map(({ full, hatched = 0 }) => full + hatched));
  const share = (value: number) => (value / most) * 100;
  return rows.map(({ full, hatched = 0 }, at) => ({
    y: at * ROW.height,
    full: { x: 0, width: share(full) },
    hatched: { x: share(full), width: share(hatched) },
  }));
}
