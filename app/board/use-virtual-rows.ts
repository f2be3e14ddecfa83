import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect } from "react";
import { stayInSight } from "#app/board/stay-in-sight.ts";
import { useHydrated } from "#app/ui/use-hydrated.ts";

/** From this many claims on, a case shows only what is in sight; below it, find-in-page sees everything. */
export const MANY_CLAIMS = 150;

type Options = {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  /** Pixels of a row that nobody has seen yet, and between two. */
  estimate: number;
  gap?: number;
  keyOf: (index: number) => string;
  /** The row that the keyboard is on; it is there however far one scrolls. -1 for none. */
  active: number;
  isOn: boolean;
};

/** A row to draw, with the room of those before it that are not drawn; 0 where it follows the one before it. */
export type VirtualRow = { index: number; before: number };

/** Which rows to draw, and how much room the others take. With `isOn` false it is all of them. */
export function useVirtualRows({ scroller, count, estimate, gap = 0, keyOf, active, isOn }: Options) {
  const virtual = useVirtualizer({
    count: isOn ? count : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    overscan: 2,
    gap,
    getItemKey: keyOf,
    initialRect: { width: 320, height: 640 },
    useFlushSync: false,
    rangeExtractor: useCallback(
      (range: Range) => withActive(defaultRangeExtractor(range), active, range.count),
      [active],
    ),
  });
  const activeKey = isOn && active >= 0 ? keyOf(active) : null;
  useEffect(() => {
    if (activeKey !== null && scroller.current) return stayInSight(scroller.current);
  }, [activeKey, scroller]);
  // A page from the server carries no measures in its markup: the policy of the site refuses styles there.
  const isHere = useHydrated();
  if (!isOn) return { rows: Array.from({ length: count }, (_, index): VirtualRow => ({ index, before: 0 })), after: 0 };
  let end = -gap;
  const rows = virtual.getVirtualItems().map((one): VirtualRow => {
    const missing = one.start - end - gap;
    end = one.end;
    return { index: one.index, before: isHere && missing > 0 ? missing + gap : 0 };
  });
  const after = isHere ? Math.max(0, virtual.getTotalSize() - end) : 0;
  return { rows, after, measure: virtual.measureElement };
}

function withActive(indexes: number[], active: number, count: number): number[] {
  if (active < 0 || active >= count || indexes.includes(active)) return indexes;
  return [...indexes, active].sort((a, b) => a - b);
}
