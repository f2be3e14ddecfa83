import { signal } from "#app/ui/signal.ts";

/** Null while colleagues' changes show by themselves; else what changed since this person paused them. */
export const paused = signal<ReadonlySet<string> | null>(null);

export const pause = () => paused.get() ?? paused.set(new Set());
export const resume = () => paused.set(null);

/** Notes that something changed: a claim by its id, or a word for something else. Counted once. */
export function noteWaiting(what: string): void {
  const before = paused.get();
  if (before && !before.has(what)) paused.set(new Set([...before, what]));
}
