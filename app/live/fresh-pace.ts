import type { LiveState } from "#app/live/live-state.ts";

/** After a quiet time a change is shown at once; while changes stream in, a page is loaded again at this pace. */
const SOON_MS = 100;
const PACE_MS = 600;
/** An open card shows what is typed on it by itself: what is loaded beside it, such as its history, may come later. */
const BESIDE_CARD_MS = 3_000;

type Counted = Pick<LiveState, "changes" | "typed">;

/** How long to wait before the page is loaded again; null while it shows everything. `shown.at` and `now` are times. */
export function waitBeforeLoad(
  { changes, typed }: Counted,
  shown: Counted & { at: number },
  { isOnCard, now }: { isOnCard: boolean; now: number },
): number | null {
  if (changes === shown.changes) return null;
  const isOnlyTyped = changes > shown.changes && changes - shown.changes === typed - shown.typed;
  const pace = isOnCard && isOnlyTyped ? BESIDE_CARD_MS : PACE_MS;
  return Math.max(SOON_MS, shown.at + pace - now);
}
