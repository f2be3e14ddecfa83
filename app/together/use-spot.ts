import { useEffect, useState } from "react";
import { spotInView, spotOf } from "#app/together/spot.ts";

/** Told this often at most. */
const TOLD_EVERY_MS = 300;

/** Where on the screen this person is, as long as somebody follows them; nobody else is told. */
export function useSpot(isFollowed: boolean, pathname: string): string | null {
  const [spot, setSpot] = useState<string | null>(null);
  useEffect(() => {
    void pathname;
    if (!isFollowed) return setSpot(null);
    let timer: ReturnType<typeof setTimeout> | null = null;
    let latest = spotOf(document.activeElement) ?? spotInView();
    const tell = () => {
      timer = null;
      setSpot(latest);
    };
    const note = (found: string | null) => {
      latest = found ?? latest;
      timer ??= setTimeout(tell, TOLD_EVERY_MS);
    };
    const onFocus = ({ target }: FocusEvent) => note(spotOf(target instanceof Element ? target : null));
    const onScroll = () => note(spotInView());
    setSpot(latest);
    document.addEventListener("focusin", onFocus);
    document.addEventListener("scroll", onScroll, { capture: true, passive: true });
    return () => {
      if (timer) clearTimeout(timer);
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("scroll", onScroll, { capture: true });
    };
  }, [isFollowed, pathname]);
  return spot;
}
