import { useEffect } from "react";
import { signal } from "#app/ui/signal.ts";

/** Whether the open card has words that are not on the server's disk; the card says so itself. */
export const unsentOnCard = signal(false);

/** What somebody wants to do although the open card has such words; the card asks them, and does it or forgets it. */
export const wantsToLeave = signal<(() => void) | null>(null);

/** Does it now, or once the person has said that the words may go. */
export function leaveAfterAsking(go: () => void): void {
  if (unsentOnCard.get()) wantsToLeave.set(go);
  else go();
}

/** Boxes outside of a card into which this person typed since they sent their form. */
const typed = new Set<HTMLInputElement | HTMLTextAreaElement>();

/** Whether leaving this page would lose words of this person. */
export function hasUnsentWords(): boolean {
  return unsentOnCard.get() || [...typed].some((box) => box.isConnected && box.value !== "");
}

/** Remembers what is typed into forms until it is sent. What stands in a place of a card is stored by the card. */
export function useUnsent(): void {
  useEffect(() => {
    const onInput = ({ target }: Event) => {
      const isBox = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      if (isBox && !target.closest("[data-place]")) typed.add(target);
    };
    const onSubmit = ({ target }: Event) => {
      for (const box of typed) if (!box.isConnected || box.form === target) typed.delete(box);
    };
    document.addEventListener("input", onInput, true);
    document.addEventListener("submit", onSubmit, true);
    return () => {
      document.removeEventListener("input", onInput, true);
      document.removeEventListener("submit", onSubmit, true);
      typed.clear();
    };
  }, []);
}
