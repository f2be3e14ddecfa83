import { useEffect, useRef } from "react";
import { announce } from "#app/ui/announcer.tsx";
import { useWords } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";
import type { ThreadView } from "#server/services/discussion-view.ts";

/** Says who commented, when a comment of a colleague comes in while the card is open. */
export function useArrivals(threads: readonly ThreadView[]): void {
  const say = useWords("discussion");
  const list = useList();
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    const comments = threads.flatMap((one) => one.comments);
    const fresh = comments.filter(({ id, mine }) => known.current && !mine && !known.current.has(id));
    known.current = new Set(comments.map(({ id }) => id));
    const names = new Set(fresh.map(({ author }) => author?.name ?? say("somebody")));
    if (names.size > 0) announce(say("arrived", { names: list([...names]) }));
  }, [threads, say, list]);
}
