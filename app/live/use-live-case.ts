import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { type LiveCase, liveCase } from "#app/live/live-case.ts";
import type { Here } from "#app/live/live-message.ts";
import { BEFORE, type LiveState } from "#app/live/live-state.ts";

const atFirst = () => BEFORE;

/** The state of the case's live channel: connection and who is where. Any number of components may ask. */
export function useLiveCase(caseId: string): LiveState {
  const live = liveCase(caseId);
  return useSyncExternalStore(live.subscribe, live.read, atFirst);
}

/** Changes within this time make one reload, so that a burst of edits does not make a burst of requests. */
const DEBOUNCE_MS = 150;

/** Loads the page's data again when colleagues changed something. The case's layout calls it, once. */
export function useFreshCase(caseId: string): void {
  const state = useLiveCase(caseId);
  const { revalidate, state: loading } = useRevalidator();
  const seen = useRef(0);
  useEffect(() => {
    if (state.changes === seen.current || loading !== "idle" || liveCase(caseId).isHeld) return;
    const timer = setTimeout(() => {
      seen.current = state.changes;
      revalidate();
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [state, loading, revalidate, caseId]);
}

/** Says where this person is. `null` says nothing, for a screen that leaves it to another one. */
export function useHere(caseId: string, here: Here | null): void {
  const live: LiveCase = liveCase(caseId);
  const told = here && JSON.stringify(here);
  useEffect(() => {
    if (told) live.say(JSON.parse(told) as Here);
  }, [live, told]);
}
