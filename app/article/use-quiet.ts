import { type RefObject, useEffect } from "react";
import { liveCase } from "#app/live/live-case.ts";

/** While somebody drags over words, the text stays as it is; colleagues' marks wait until the button is up. */
export function useQuietWhileSelecting(root: RefObject<HTMLElement>, caseId: string): void {
  useEffect(() => {
    const element = root.current;
    let release = () => {};
    const hold = () => {
      release();
      release = liveCase(caseId).hold();
    };
    const letGo = () => release();
    element?.addEventListener("pointerdown", hold);
    document.addEventListener("pointerup", letGo);
    document.addEventListener("pointercancel", letGo);
    return () => {
      release();
      element?.removeEventListener("pointerdown", hold);
      document.removeEventListener("pointerup", letGo);
      document.removeEventListener("pointercancel", letGo);
    };
  }, [root, caseId]);
}
