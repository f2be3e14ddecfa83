import { useEffect, useRef } from "react";
import { useKeys } from "#app/ui/use-keys.ts";
import { useWords } from "#app/words/speech.tsx";

const KEY = "Ctrl+Alt+H";

/** Listens for Ctrl+Alt+H, also while somebody types, and lists it. */
export function useHistoryKey(does: string, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useKeys(useWords("case")("history"), [{ key: KEY, does }]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isHistoryKey(event)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

/** On many keyboards Ctrl and Alt together are AltGr, which writes a letter. */
export function isHistoryKey(
  event: Pick<KeyboardEvent, "ctrlKey" | "altKey" | "shiftKey" | "code" | "getModifierState">,
): boolean {
  if (!event.ctrlKey || !event.altKey || event.shiftKey || event.getModifierState("AltGraph")) return false;
  return event.code === "KeyH";
}
