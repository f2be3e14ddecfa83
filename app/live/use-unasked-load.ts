import { useFetchers, useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useRef } from "react";
import { loadUnasked } from "#app/live/unasked.ts";

/**
 * Loads the page's data again without being asked. `load` does nothing and says false while something else loads or is
 * sent, because that would be cut off.
 */
export function useUnaskedLoad(): { isIdle: boolean; load: () => boolean } {
  const { revalidate, state: loading } = useRevalidator();
  const isNavigating = useNavigation().state !== "idle";
  const isSending = useFetchers().some((one) => one.state !== "idle");
  const isIdle = loading === "idle" && !isNavigating && !isSending;
  const idle = useRef(isIdle);
  idle.current = isIdle;
  const load = useCallback(() => {
    if (idle.current) loadUnasked(revalidate);
    return idle.current;
  }, [revalidate]);
  return { isIdle, load };
}
