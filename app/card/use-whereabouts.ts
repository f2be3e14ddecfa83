import { type RefObject, useEffect } from "react";
import type { CardConnection } from "#app/card/connection.ts";

/** Tells colleagues in which place of the card the focus is; a place is an element with `data-place`. */
export function useWhereabouts(root: RefObject<HTMLElement>, connection: CardConnection | null): void {
  useEffect(() => {
    const element = root.current;
    if (!element || !connection) return;
    const entered = (event: FocusEvent) => {
      const place = placeOf(event.target);
      if (place) connection.presence.enter(place);
    };
    const left = (event: FocusEvent) => {
      const place = placeOf(event.target);
      if (place && placeOf(event.relatedTarget) !== place) connection.presence.leave(place);
    };
    element.addEventListener("focusin", entered);
    element.addEventListener("focusout", left);
    return () => {
      element.removeEventListener("focusin", entered);
      element.removeEventListener("focusout", left);
    };
  }, [root, connection]);
}

function placeOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>("[data-place]")?.dataset.place ?? null) : null;
}
