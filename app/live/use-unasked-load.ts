import { useFetchers, useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useRef } from "react";
import { loadUnasked, type UnaskedLoad } from "#app/live/unasked.ts";

/**
 * Loads the page's data again without being asked. `load` does nothing and says false while something else loads or is
 * sent, because that would be cut off.
 */
export function useUnaskedLoad(): { isIdle: boolean; load: (how?: UnaskedLoad) => boolean } {
  const { revalidate, state: loading } = useRevalidator();
  const isNavigating = useNavigation().state !== "idle";
  const isSending = useFetchers().some((one) => one.state !== "idle");
  const isIdle = loading === "idle" && !isNavigating && !isSending;
  const idle = useRef(isIdle);
  idle.current = isIdle;
  const load = useCallback(
    (how?: UnaskedLoad) => {
      if (idle.current) loadUnasked(revalidate, how);
      return idle.current;
    },
    [revalidate],
  );
  return { isIdle, load };
}
