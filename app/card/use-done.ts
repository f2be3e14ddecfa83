import { useEffect, useRef } from "react";
import { announce } from "#app/ui/announcer.tsx";
import { refusedIn } from "#app/ui/refusal.tsx";

const WORDS: Record<string, string> = {
  "sign-off": "Signed off.",
  withdraw: "The sign-off is withdrawn.",
  "put-back": "It is back on the card.",
  "leave-out": "It is left out.",
  clear: "The request for changes is cleared.",
};

/** Says to screen readers what was decided on this card, once the server has done it. */
export function useDone({ state, data: answer }: { state: string; data: unknown }): void {
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (state !== "idle" || !answer || told.current === answer || refusedIn(answer)) return;
    told.current = answer;
    const words = WORDS[(answer as { intent?: string }).intent ?? ""];
    if (words) announce(words);
  }, [state, answer]);
}
