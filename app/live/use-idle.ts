import { useEffect, useState } from "react";

const IDLE_MS = 60_000;
const SIGNS = ["pointermove", "pointerdown", "keydown", "wheel", "visibilitychange"] as const;

/** True after a minute without any sign of the person. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    let last = Date.now();
    const note = () => {
      if (document.hidden) return;
      last = Date.now();
      setIdle(false);
    };
    const timer = setInterval(() => setIdle(Date.now() - last >= IDLE_MS), IDLE_MS / 6);
    for (const sign of SIGNS) document.addEventListener(sign, note, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) document.removeEventListener(sign, note);
    };
  }, []);
  return isIdle;
}
