import { type RefObject, useCallback, useEffect, useRef } from "react";

type Kept = { claimId: string; part: "link" | "button" };

/**
 * Keeps the focus on a claim whose card appears elsewhere on the board. The answer names the claim to hold on to; the
 * part of the card that had the focus (its link or its menu button) gets it again.
 */
export function useKeptFocus(board: RefObject<HTMLElement | null>): (claimId: string) => void {
  const kept = useRef<Kept | null>(null);

  useEffect(() => {
    const note = (event: FocusEvent) => {
      kept.current = keptIn(event.target) ?? kept.current;
    };
    const letGo = (event: PointerEvent) => {
      if (!isClosest(event.target, "[data-claim], [role=menu], [role=dialog], .toasts")) kept.current = null;
    };
    const node = board.current;
    node?.addEventListener("focusin", note);
    document.addEventListener("pointerdown", letGo);
    return () => {
      node?.removeEventListener("focusin", note);
      document.removeEventListener("pointerdown", letGo);
    };
  }, [board]);

  // After every render, because anybody's decision can put a card elsewhere.
  useEffect(() => {
    const frame = requestAnimationFrame(() => restore(board.current, kept.current));
    return () => cancelAnimationFrame(frame);
  });

  return useCallback((claimId: string) => {
    if (kept.current?.claimId !== claimId) kept.current = { claimId, part: "link" };
  }, []);
}

const isClosest = (target: EventTarget | null, selector: string) =>
  target instanceof Element && target.closest(selector) !== null;

function keptIn(target: EventTarget | null): Kept | null {
  const card = target instanceof Element ? target.closest("[data-claim]") : null;
  const claimId = card?.getAttribute("data-claim");
  return claimId ? { claimId, part: isClosest(target, "button") ? "button" : "link" } : null;
}

/** Only a focus that was lost is restored; one that somebody has put elsewhere stays there. */
function restore(board: HTMLElement | null, kept: Kept | null): void {
  if (!board || !kept || (document.activeElement && document.activeElement !== document.body)) return;
  const card = board.querySelector(`[data-claim="${CSS.escape(kept.claimId)}"]`);
  card?.querySelector<HTMLElement>(kept.part === "button" ? "button" : "a")?.focus();
}
