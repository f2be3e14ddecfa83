/** Changes that are not on the server's disk yet, in the order they were made. `place` says where on the card. */
export type WaitingChange = { place: string; last: number; at: number };

const SAME_CHANGE_MS = 2_000;

/** Typing on in one place stays one change. */
export function addChange(
  waiting: readonly WaitingChange[],
  place: string,
  number: number,
  at: number,
): WaitingChange[] {
  const previous = waiting.at(-1);
  if (previous && previous.place === place && at - previous.at < SAME_CHANGE_MS) {
    return [...waiting.slice(0, -1), { place, last: number, at }];
  }
  return [...waiting, { place, last: number, at }];
}

/** Forgets what the server has confirmed: everything up to `number`. */
export function confirmChanges(waiting: readonly WaitingChange[], number: number): WaitingChange[] {
  return waiting.filter((one) => one.last > number);
}
