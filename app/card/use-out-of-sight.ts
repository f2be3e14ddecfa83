import { type RefObject, useEffect, useState } from "react";

/** Whether this part of the card has been scrolled away under its head. `below` is an element that stays in view. */
export function useOutOfSight(selector: string, below: RefObject<HTMLElement>): boolean {
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    const part = below.current?.closest(".card-screen")?.querySelector(selector);
    if (!part) return;
    const top = below.current?.closest("header")?.offsetHeight ?? 0;
    const watch = new IntersectionObserver(
      ([entry]) => entry && setAway(!entry.isIntersecting && entry.boundingClientRect.top < top),
      { rootMargin: `-${top}px 0px 0px 0px` },
    );
    watch.observe(part);
    return () => watch.disconnect();
  }, [selector, below]);
  return isAway;
}
