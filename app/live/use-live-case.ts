import { useEffect, useRef, useSyncExternalStore } from "react";
import { waitBeforeLoad } from "#app/live/fresh-pace.ts";
import { type LiveCase, liveCase } from "#app/live/live-case.ts";
import type { Here } from "#app/live/live-message.ts";
import { BEFORE, type LiveState } from "#app/live/live-state.ts";
import { useUnaskedLoad } from "#app/live/use-unasked-load.ts";

const atFirst = () => BEFORE;

/** The state of the case's live channel: connection and who is where. Any number of components may ask. */
export function useLiveCase(caseId: string): LiveState {
  const live = liveCase(caseId);
  return useSyncExternalStore(live.subscribe, live.read, atFirst);
}

/**
 * Loads the page's data again when colleagues changed something. The case's layout calls it, once; `isOnCard` where what
 * people type shows by itself.
 */
export function useFreshCase(caseId: string, isOnCard: boolean): void {
  const state = useLiveCase(caseId);
  const { isIdle, load } = useUnaskedLoad();
  const shown = useRef({ changes: 0, typed: 0, at: 0 });
  const due = useRef<number | null>(null);
  useEffect(() => {
    const live = liveCase(caseId);
    if (!isIdle || state.connection !== "open" || live.isHeld) return;
    const now = Date.now();
    const wait = waitBeforeLoad(state, shown.current, { isOnCard, now });
    if (wait === null) return;
    // What changes meanwhile may hasten the load, and never puts it off.
    due.current = Math.min(due.current ?? now + wait, now + wait);
    const timer = setTimeout(() => {
      const { changes, typed } = live.read();
      if (live.isHeld || !load()) return;
      due.current = null;
      shown.current = { changes, typed, at: Date.now() };
    }, due.current - now);
    return () => clearTimeout(timer);
  }, [state, isIdle, load, caseId, isOnCard]);
}

/** Says where this person is. `null` says nothing, for a screen that leaves it to another one. */
export function useHere(caseId: string, here: Here | null): void {
  const live: LiveCase = liveCase(caseId);
  const told = here && JSON.stringify(here);
  useEffect(() => {
    if (told) live.say(JSON.parse(told) as Here);
  }, [live, told]);
}
