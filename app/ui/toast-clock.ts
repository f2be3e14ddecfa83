/** Who keeps a toast: the pointer that is on it, or the focus that is in it. */
export type Keeper = "pointer" | "focus";

/** Ends after `ms`, counted anew from when nobody keeps it any more. */
export function toastClock(ms: number, end: () => void) {
  const keepers = new Set<Keeper>();
  let timer = setTimeout(end, ms);
  return {
    keep(by: Keeper): void {
      keepers.add(by);
      clearTimeout(timer);
    },
    letGo(by: Keeper): void {
      if (!keepers.delete(by) || keepers.size > 0) return;
      timer = setTimeout(end, ms);
    },
    stop: () => clearTimeout(timer),
  };
}

export type ToastClock = ReturnType<typeof toastClock>;
