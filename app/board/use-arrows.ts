import { type RefObject, useEffect, useRef } from "react";
import { directionOf, neighbour } from "#app/board/neighbours.ts";
import { isForKeys, useKeys } from "#app/ui/use-keys.ts";

/** Arrow keys go from card to card. They are an addition: every card is a link, and Tab reaches it. */
export function useArrows(board: RefObject<HTMLElement | null>, columns: string[][]): void {
  const latest = useRef(columns);
  latest.current = columns;
  useKeys("Board", [{ key: "Arrows", does: "Go from card to card and column to column" }]);
  useEffect(() => {
    const node = board.current;
    const step = (event: KeyboardEvent) => {
      const next = isForKeys(event) ? nextCard(event, latest.current) : null;
      const link = next && node?.querySelector<HTMLElement>(`[data-claim="${CSS.escape(next)}"] a`);
      if (!link) return;
      event.preventDefault();
      link.focus();
    };
    node?.addEventListener("keydown", step);
    return () => node?.removeEventListener("keydown", step);
  }, [board]);
}

/** Only from a card's link: on its menu button the arrows belong to the menu. */
function nextCard({ key, target }: KeyboardEvent, columns: string[][]): string | null {
  if (!(target instanceof HTMLElement) || target.closest("button")) return null;
  const from = target.closest("[data-claim]")?.getAttribute("data-claim");
  const direction = directionOf(key, getComputedStyle(target).direction === "rtl");
  return from && direction ? neighbour(columns, from, direction) : null;
}
