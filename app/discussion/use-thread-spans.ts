import { useCard, useCardContext } from "#app/card/card-context.ts";
import { useDiscussion } from "#app/discussion/discussion-context.tsx";
import { type ThreadSpan, threadSpans } from "#app/discussion/thread-spans.ts";
import type { WordPlace } from "#domain/discussion.ts";

/** Where the words of the open threads stand in this text, as it is now. */
export function useThreadSpans(place: WordPlace): ThreadSpan[] {
  const { connection } = useCardContext();
  const { discussion, current } = useDiscussion();
  useCard((card) => card[place]);
  return connection?.card.read() ? threadSpans(connection.doc, place, { threads: discussion.threads, current }) : [];
}
