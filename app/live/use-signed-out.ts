import { useEffect, useRef, useSyncExternalStore } from "react";
import { liveCase } from "#app/live/live-case.ts";
import { signedOut } from "#app/live/signed-out.ts";
import { useUnaskedLoad } from "#app/live/use-unasked-load.ts";

const atFirst = () => false;

/**
 * Whether the person at this page is signed out. It looks once more at once, because the socket of an older session ends
 * too, and whenever somebody turns to this tab or window: once they are signed in, the page follows its case again.
 */
export function useSignedOut(caseId: string): boolean {
  const isOut = useSyncExternalStore(signedOut.subscribe, signedOut.get, atFirst);
  const { isIdle, load } = useUnaskedLoad();
  const hasLooked = useRef(false);
  useEffect(() => {
    if (!isOut) {
      hasLooked.current = false;
      return liveCase(caseId).again();
    }
    const look = () => {
      if (document.visibilityState === "visible" && load()) hasLooked.current = true;
    };
    if (!hasLooked.current && isIdle) look();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    };
  }, [isOut, isIdle, load, caseId]);
  return isOut;
}
