import { useSyncExternalStore } from "react";
import { signal } from "#app/ui/signal.ts";

const said = signal<{ text: string; turn: number }>({ text: "", turn: 0 });

/** Says something to screen readers when they pause, through the one polite live region of the app. */
export function announce(text: string): void {
  said.set({ text, turn: said.get().turn + 1 });
}

/** The region itself; the root renders it once. The same words twice in a row are still said twice. */
export function Announcer() {
  const { text, turn } = useSyncExternalStore(said.subscribe, said.get, said.get);
  return (
    <div className="unseen" role="status" aria-live="polite">
      <span key={turn}>{text}</span>
    </div>
  );
}
