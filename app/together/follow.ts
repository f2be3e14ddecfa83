import { signal } from "#app/ui/signal.ts";

/** Whose steps this window follows. */
export type Followed = { memberId: string; name: string };

export const followed = signal<Followed | null>(null);

export const follow = (who: Followed) => followed.set(who);
export const unfollow = () => followed.set(null);

const SIGNS = ["wheel", "touchmove", "pointerdown", "keydown", "input"] as const;
const HELD_KEYS = new Set(["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock"]);

/** Whether this is something that the person does for themselves. */
export function isOwnStep(event: Event): boolean {
  return !(event instanceof KeyboardEvent && HELD_KEYS.has(event.key));
}

/** Ends following with the first step of one's own: a scroll, a click, a key. Call the answer to stop listening. */
export function untilOwnStep(stop: () => void): () => void {
  const heard = (event: Event) => isOwnStep(event) && stop();
  for (const sign of SIGNS) addEventListener(sign, heard, { capture: true, passive: true });
  return () => {
    for (const sign of SIGNS) removeEventListener(sign, heard, { capture: true });
  };
}
