import { createContext, useContext } from "react";
import { useHydrated } from "#app/ui/use-hydrated.ts";

/** A moment and the time zone in which the clock that shows it stands; without a zone, that of this browser. */
export type Clock = { now: number; zone?: string };

const context = createContext<Clock | null>(null);

/** The reader's clock as the server knows it; null while it does not know where the reader is. */
export const ClockProvider = context.Provider;

export const ownClock = (): Clock => ({ now: Date.now() });

/** The clock by which times are written: while a page is taken over the one that the server went by, then the reader's own. */
export function useClock(): Clock | null {
  const known = useContext(context);
  return useHydrated() ? ownClock() : known;
}
