import { useEffect, useRef, useSyncExternalStore } from "react";
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

/** After a quiet time a change is shown at once; while changes stream in, the page is loaded again at this pace. */
const SOON_MS = 100;
const PACE_MS = 600;

/** Loads the page's data again when colleagues changed something. The case's layout calls it, once. */
export function useFreshCase(caseId: string): void {
  const state = useLiveCase(caseId);
  const { isIdle, load } = useUnaskedLoad();
  const shown = useRef({ changes: 0, at: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    const isDue = () => {
      const live = liveCase(caseId);
      return live.read().connection === "open" && !live.isHeld && live.read().changes !== shown.current.changes;
    };
    if (timer.current || !isIdle || state.connection !== "open" || !isDue()) return;
    const wait = Math.max(SOON_MS, shown.current.at + PACE_MS - Date.now());
    timer.current = setTimeout(() => {
      timer.current = undefined;
      const { changes } = liveCase(caseId).read();
      if (isDue() && load()) shown.current = { changes, at: Date.now() };
    }, wait);
  }, [state, isIdle, load, caseId]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}

/** Says where this person is. `null` says nothing, for a screen that leaves it to another one. */
export function useHere(caseId: string, here: Here | null): void {
  const live: LiveCase = liveCase(caseId);
  const told = here && JSON.stringify(here);
  useEffect(() => {
    if (told) live.say(JSON.parse(told) as Here);
  }, [live, told]);
}
