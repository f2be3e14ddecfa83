import { useEffect, useRef } from "react";

/**
 * Does something when Esc is pressed and means nothing nearer: no dialog or menu, no field, no selected words. It works
 * also where single keys are switched off.
 */
export function useEscape(isOn: boolean, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || isForSomethingNearer(event)) return;
      event.preventDefault();
      latest.current();
    };
    // Before the selection hears of it and is gone.
    document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, [isOn]);
}

function isForSomethingNearer({ target }: KeyboardEvent): boolean {
  const isOpen = document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null;
  const isField = target instanceof Element && target.closest("input, textarea, select") !== null;
  return isOpen || isField || document.getSelection()?.isCollapsed === false;
}
