import { useEffect } from "react";
import { liveCase } from "#app/live/live-case.ts";

/** The server calls somebody away who has said nothing for five minutes. */
const REPEAT_MS = 60_000;
const SIGNS = ["pointermove", "pointerdown", "keydown", "wheel", "visibilitychange"] as const;

/** Says again that this person is here, while there are signs of them. */
export function useActivity(caseId: string): void {
  useEffect(() => {
    let last = Date.now();
    const note = () => {
      if (document.hidden || Date.now() - last < REPEAT_MS) return;
      last = Date.now();
      liveCase(caseId).repeat();
    };
    for (const sign of SIGNS) document.addEventListener(sign, note, { passive: true });
    return () => {
      for (const sign of SIGNS) document.removeEventListener(sign, note);
    };
  }, [caseId]);
}
