import { type RefObject, useLayoutEffect } from "react";

/** Takes the focus and the caret from a box that goes to the one that comes in its place in the same moment. */
export function useCarriedFocus(box: RefObject<HTMLTextAreaElement>, heir: string): void {
  useLayoutEffect(() => {
    const going = box.current;
    return () => {
      if (!going || going !== document.activeElement) return;
      const { selectionStart, selectionEnd } = going;
      queueMicrotask(() => {
        const next = document.querySelector<HTMLTextAreaElement>(heir);
        next?.focus({ preventScroll: true });
        next?.setSelectionRange(selectionStart, selectionEnd);
      });
    };
  }, [box, heir]);
}
