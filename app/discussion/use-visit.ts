import { type RefObject, useEffect, useRef } from "react";
import { UNASKED_HEADER } from "#domain/protocol.ts";

const APART_MS = 60_000;

/**
 * Tells the server that this person has the discussion before their eyes: when it comes on the screen, and again when
 * something is said there, once a minute at most. `said` names what stands there.
 */
export function useVisit(
  section: RefObject<HTMLElement>,
  { address, said, onLook }: { address: string; said: string; onLook: () => void },
): void {
  const looked = useRef(onLook);
  looked.current = onLook;
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const element = section.current;
    if (!element) return;
    void said;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOnScreen = false;
    const look = () => {
      clearTimeout(timer);
      if (!isOnScreen || document.visibilityState !== "visible") return;
      looked.current();
      const wait = last.current + APART_MS - Date.now();
      if (wait > 0) timer = setTimeout(look, wait);
      else {
        last.current = Date.now();
        tell(address);
      }
    };
    const observer = new IntersectionObserver((seen) => {
      isOnScreen = seen.at(-1)?.isIntersecting ?? false;
      look();
    });
    observer.observe(element);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("visibilitychange", look);
    };
  }, [section, address, said]);
}

/** A visit that cannot be told is told with the next one. It keeps nobody signed in. */
function tell(address: string): void {
  fetch(address, { method: "POST", headers: { [UNASKED_HEADER]: "1" }, keepalive: true }).catch(() => {});
}
