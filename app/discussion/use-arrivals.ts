import { useEffect, useRef } from "react";
import { announce } from "#app/ui/announcer.tsx";
import type { ThreadView } from "#server/services/discussion-view.ts";

/** Says who commented, when a comment of a colleague comes in while the card is open. */
export function useArrivals(threads: readonly ThreadView[]): void {
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    const comments = threads.flatMap((one) => one.comments);
    const fresh = comments.filter(({ id, mine }) => known.current && !mine && !known.current.has(id));
    known.current = new Set(comments.map(({ id }) => id));
    const names = new Set(fresh.map(({ author }) => author?.name ?? "Somebody"));
    if (names.size > 0) announce(`New comment by ${[...names].join(", ")}.`);
  }, [threads]);
}
