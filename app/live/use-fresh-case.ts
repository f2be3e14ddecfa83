import { useEffect, useRef } from "react";
import { noteCaseChange } from "#app/live/case-half.ts";
import { liveCase } from "#app/live/live-case.ts";
import { owedLoad } from "#app/live/owed-load.ts";
import { waitToLoad } from "#app/live/pace.ts";
import { useUnaskedLoad } from "#app/live/use-unasked-load.ts";

/** This page's place among those that are loaded again for the same change. */
const place = Math.random();

/** What of a case's changes its page shows, and since when. */
const nothing = (of: string) => ({ of, changes: 0, decisions: 0, ofCase: 0, at: Number.NEGATIVE_INFINITY });

/** Loads the page's data again when colleagues changed something. The case's layout calls it, once. */
export function useFreshCase(caseId: string): void {
  const { isIdle, load } = useUnaskedLoad();
  const shown = useRef(nothing(caseId));
  useEffect(() => {
    if (shown.current.of !== caseId) shown.current = nothing(caseId);
    if (!isIdle) return;
    const live = liveCase(caseId);
    const next = { at: Number.POSITIVE_INFINITY, timer: undefined as ReturnType<typeof setTimeout> | undefined };
    const isDue = () => {
      const { connection, changes } = live.read();
      return connection === "open" && !live.isHeld && (changes !== shown.current.changes || owedLoad.isOwed());
    };
    const look = () => {
      if (!isDue()) return;
      const { decisions, roster } = live.read();
      const elapsedMs = performance.now() - shown.current.at;
      const isDecided = decisions !== shown.current.decisions;
      const at = performance.now() + waitToLoad({ isDecided, people: roster.length, elapsedMs, place });
      if (at >= next.at) return;
      clearTimeout(next.timer);
      Object.assign(next, { at, timer: setTimeout(show, at - performance.now()) });
    };
    const show = () => {
      next.at = Number.POSITIVE_INFINITY;
      const { changes, decisions, ofCase } = live.read();
      if (ofCase !== shown.current.ofCase) noteCaseChange();
      if (!isDue() || !load()) return;
      owedLoad.clear();
      shown.current = { of: caseId, changes, decisions, ofCase, at: performance.now() };
    };
    const leave = live.subscribe(look);
    look();
    return () => {
      leave();
      clearTimeout(next.timer);
    };
  }, [caseId, isIdle, load]);
}
