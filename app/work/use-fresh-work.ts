import { useEffect, useSyncExternalStore } from "react";
import { signedOut } from "#app/live/signed-out.ts";
import { useUnaskedLoad } from "#app/live/use-unasked-load.ts";
import { whileSeen } from "#app/work/while-seen.ts";

const atFirst = () => false;

/**
 * Keeps My work fresh. The live channel belongs to one case, and work comes from all of them, so the list is asked for
 * instead: as a load that no person asked for. Says whether the person turns out to be signed out.
 */
export function useFreshWork(): boolean {
  const { load } = useUnaskedLoad();
  useEffect(() => whileSeen(document, load), [load]);
  return useSyncExternalStore(signedOut.subscribe, signedOut.get, atFirst);
}
