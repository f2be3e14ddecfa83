import { type RefObject, useEffect, useRef, useState } from "react";
import { directionOf, neighbour } from "#app/board/neighbours.ts";
import { isForKeys, useKeys } from "#app/ui/use-keys.ts";
import { useWords } from "#app/words/speech.tsx";

type Options = {
  list: RefObject<HTMLElement | null>;
  columns: readonly (readonly string[])[];
  extend: (id: string) => void;
};

/**
 * The one claim of the list that Tab stops at. Arrows, Home, End and the page keys go on from it; with Shift they
 * select on the way. When it leaves the list, the one that takes its place is next.
 */
export function useActiveClaim({ list, columns, extend }: Options): string | null {
  const [active, setActive] = useState<string | null>(null);
  const say = useWords("board");
  const goTo = useRef<string | null>(null);
  const place = useRef({ column: 0, at: 0 });
  const latest = useRef({ columns, extend });
  latest.current = { columns, extend };
  const column = columns.findIndex((ids) => active !== null && ids.includes(active));
  if (column >= 0 && active !== null) place.current = { column, at: columns[column]?.indexOf(active) ?? 0 };
  const shown = column >= 0 ? active : nearest(columns, place.current);

  useKeys(say("keys"), [
    { key: "Arrows", does: say("key_arrows"), shown: say("key_arrows_shown") },
    { key: "Home", does: say("key_ends"), shown: "Home End" },
  ]);
  useEffect(() => {
    const node = list.current;
    const note = ({ target }: FocusEvent) => {
      const claimId = target instanceof Element ? target.closest("[data-claim]")?.getAttribute("data-claim") : null;
      if (claimId) setActive(claimId);
    };
    const step = (event: KeyboardEvent) => {
      const next = isForKeys(event) ? nextClaim(event, latest.current.columns) : null;
      if (!next) return;
      event.preventDefault();
      if (event.shiftKey) {
        latest.current.extend(next.from);
        latest.current.extend(next.to);
      }
      goTo.current = next.to;
      setActive(next.to);
    };
    node?.addEventListener("focusin", note);
    node?.addEventListener("keydown", step);
    return () => {
      node?.removeEventListener("focusin", note);
      node?.removeEventListener("keydown", step);
    };
  }, [list]);
  // The row of the claim may have been drawn only now.
  useEffect(() => {
    if (goTo.current === null || goTo.current !== active) return;
    goTo.current = null;
    list.current?.querySelector<HTMLElement>(`[data-claim="${CSS.escape(active)}"] a`)?.focus();
  });
  return shown;
}

function nearest(
  columns: readonly (readonly string[])[],
  { column, at }: { column: number; at: number },
): string | null {
  const ids = columns[column];
  if (ids && ids.length > 0) return ids[Math.min(at, ids.length - 1)] ?? null;
  return columns.find((one) => one.length > 0)?.[0] ?? null;
}

/** Not from the button of a menu, to which the arrows belong. */
function nextClaim({ key, target }: KeyboardEvent, columns: readonly (readonly string[])[]) {
  if (!(target instanceof HTMLElement) || target.closest("button:not([role=checkbox])")) return null;
  const from = target.closest("[data-claim]")?.getAttribute("data-claim");
  const direction = directionOf(key, getComputedStyle(target).direction === "rtl");
  const to = from && direction ? neighbour(columns, from, direction) : null;
  return from && to ? { from, to } : null;
}
