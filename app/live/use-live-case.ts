import { useEffect } from "react";
import { usePart } from "#app/card/use-part.ts";
import { type LiveCase, liveCase } from "#app/live/live-case.ts";
import type { Here } from "#app/live/live-message.ts";
import { BEFORE, type LiveState } from "#app/live/live-state.ts";

/** What a screen shows of the channel. */
export type LiveShown = Pick<LiveState, "connection" | "roster">;

const shownOf = ({ connection, roster }: LiveState): LiveShown => ({ connection, roster });

/** The case's live channel as screens show it: connection and who is where. Any number of components may ask. */
export const useLiveCase = (caseId: string): LiveShown => usePart(liveCase(caseId), BEFORE, shownOf);

/** Says where this person is. `null` says nothing, for a screen that leaves it to another one. */
export function useHere(caseId: string, here: Here | null): void {
  const live: LiveCase = liveCase(caseId);
  const told = here && JSON.stringify(here);
  useEffect(() => {
    if (told) live.say(JSON.parse(told) as Here);
  }, [live, told]);
}
