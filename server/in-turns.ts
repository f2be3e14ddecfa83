import { setImmediate } from "node:timers/promises";

/** Does long work step by step, and lets everybody else have a turn after each step. Returns what the work returns. */
export async function inTurns<T>(work: Generator<unknown, T>): Promise<T> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    await setImmediate();
  }
}

/** Claims that are taken up in one turn: some milliseconds of work. */
export const PER_TURN = 50;

/** The list in parts that are small enough for one turn each. */
export function* partsOf<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += PER_TURN) yield list.slice(from, from + PER_TURN);
}

/** A line in which each piece of work waits for those before it, however they end. */
export function createLine(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}
