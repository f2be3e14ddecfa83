/** Names a moment of one run of the server. Ticks rise, and no two are alike. */
export const markOf = (run: string, tick: number): string => `${run} ${tick}`;

/** Whether a mark names a later moment than another one; also when they are of two runs, or cannot be compared. */
export function isLater(mark: string, than: string): boolean {
  const [[run, tick], [otherRun, otherTick]] = [mark.split(" "), than.split(" ")];
  return run !== otherRun || !(Number.parseInt(tick ?? "", 10) <= Number.parseInt(otherTick ?? "", 10));
}
