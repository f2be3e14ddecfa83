import { useEffect, useSyncExternalStore } from "react";
import { liveCase } from "#app/live/live-case.ts";
import { noteWaiting, paused } from "#app/together/paused.ts";

const live = () => null;

/** How much waits while this person has paused live updates; null while they have not. */
export function usePaused(): number | null {
  return useSyncExternalStore(paused.subscribe, paused.get, live)?.size ?? null;
}

/** Holds the case still while updates are paused. The case's layout calls it, once. */
export function usePause(caseId: string): void {
  const isPaused = usePaused() !== null;
  useEffect(() => {
    if (!isPaused) return;
    const channel = liveCase(caseId);
    const release = channel.hold();
    let { changes } = channel.read();
    const leave = channel.subscribe(() => {
      const { changes: now, last } = channel.read();
      if (now !== changes && last !== null) noteWaiting(last);
      changes = now;
    });
    return () => {
      leave();
      release();
    };
  }, [caseId, isPaused]);
}
