import type * as Y from "yjs";
import { spanOf, type WordSpan } from "#app/discussion/words-place.ts";
import type { ThreadAbout, WordPlace } from "#domain/discussion.ts";
import type { ThreadView } from "#server/services/discussion-view.ts";

type OnWords = ThreadView & { about: Extract<ThreadAbout, { kind: "words" }> };

export type ThreadSpan = WordSpan & { id: string; isCurrent: boolean };

export const isOnWords = (thread: ThreadView): thread is OnWords => thread.about.kind === "words";

/** Where the words of the open threads stand in this text now; words of a merged claim stand on its own card. */
export function threadSpans(
  doc: Y.Doc,
  place: WordPlace,
  { threads, current }: { threads: readonly ThreadView[]; current: string | null },
): ThreadSpan[] {
  return threads
    .filter(isOnWords)
    .filter(({ about, resolved, from }) => about.place === place && resolved === null && from === null)
    .flatMap(({ id, about }) => {
      const span = spanOf(doc, place, about);
      return span ? [{ ...span, id, isCurrent: id === current }] : [];
    });
}
