import { type Figure, figureRange } from "#domain/figures.ts";
import { foldText } from "#domain/fold-text.ts";

/** One figure on a line; places are in percent of its width. `of` is whatever the figure belongs to. */
export type FigureMark<T> = {
  of: T;
  figure: Figure;
  /** Where it begins and ends; the ends of the line where it is open. */
  from: number;
  to: number;
};

/** The figures of one unit on one scale. */
export type FigureLine<T> = { unit: string; ticks: { value: number; at: number }[]; marks: FigureMark<T>[] };

type Given<T> = { of: T; figure: Figure };
type Range = { low: number | null; high: number | null };
type Scale = { low: number; high: number; step: number };

/** Beyond this a double keeps no digits apart; and it keeps a hostile amount from being drawn as infinity. */
const LARGEST = 1e15;

/**
 * Draws figures by their bounds, each unit on a line of its own, because nothing of one unit can be compared with
 * anything of another. `undrawn` are those whose amount is missing or too large.
 */
export function figureLines<T>(given: readonly Given<T>[]): { lines: FigureLine<T>[]; undrawn: Given<T>[] } {
  const ranged = given.map((one) => ({ ...one, range: figureRange(one.figure) }));
  const drawn = ranged.filter(({ figure, range }) => canBeDrawn(figure, range));
  const byUnit = Map.groupBy(drawn, ({ figure }) => unitKey(figure.unit));
  const lines = [...byUnit.values()].map((list) => {
    const scale = scaleOf(list.flatMap(({ range }) => [range.low, range.high].filter((one) => one !== null)));
    const marks = list.map(({ of, figure, range }) => ({ of, figure, ...endsOn(scale, range) }));
    return { unit: (list[0]?.figure.unit ?? "").trim(), ticks: ticksOf(scale), marks };
  });
  const undrawn = ranged.filter((one) => !drawn.includes(one)).map(({ of, figure }) => ({ of, figure }));
  return { lines, undrawn };
}

/** Units are the same when they read the same: "Detainees " and "detainees". */
export const unitKey = (unit: string) => foldText(unit).replace(/\s+/g, " ").trim();

function canBeDrawn({ qualifier }: Figure, { low, high }: Range): boolean {
  const ends = qualifier === "between" ? [low, high] : [low ?? high];
  return ends.every((one) => one !== null && Math.abs(one) <= LARGEST);
}

/** A scale with room at both ends for what is open there. It begins at zero unless the figures lie close together far from it. */
function scaleOf(values: readonly number[]): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const isNear = most - least > Math.min(Math.abs(least), Math.abs(most)) / 3 || least === most;
  const bottom = isNear ? Math.min(0, least) : least;
  const top = isNear ? Math.max(0, most) : most;
  const step = roundStep((top - bottom || 1) / 3);
  const low = bottom === 0 ? 0 : Math.floor(bottom / step - 0.2) * step;
  const high = top === 0 ? 0 : Math.ceil(top / step + 0.2) * step;
  return low === high ? { low, high: low + step, step } : { low, high, step };
}

/** The next of 1, 2, 2.5 and 5 times a power of ten. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 2.5, 5].find((one) => one * power >= least * (1 - 1e-9)) ?? 10) * power;
}

function ticksOf({ low, high, step }: Scale): { value: number; at: number }[] {
  const count = Math.round((high - low) / step);
  return Array.from({ length: count + 1 }, (_, nth) => ({
    value: Number((low + nth * step).toPrecision(12)),
    at: (nth / count) * 100,
  }));
}

function endsOn({ low, high }: Scale, range: Range): { from: number; to: number } {
  const place = (value: number) => Math.min(100, Math.max(0, ((value - low) / (high - low)) * 100));
  return {
    from: range.low === null ? 0 : place(range.low),
    to: range.high === null ? 100 : place(range.high),
  };
}
