import "#app/discussion/discussion.css";
import { useEffect, useRef, useState } from "react";
import { useDiscussion } from "#app/discussion/discussion-context.tsx";
import { NewLine } from "#app/discussion/new-line.tsx";
import { lineIn, newComments } from "#app/discussion/new-since.ts";
import { NewThread } from "#app/discussion/new-thread.tsx";
import { Thread } from "#app/discussion/thread.tsx";
import { useArrivals } from "#app/discussion/use-arrivals.ts";
import { useNamedComment } from "#app/discussion/use-named-comment.ts";
import { useVisit } from "#app/discussion/use-visit.ts";
import { useWords } from "#app/words/speech.tsx";
import type { ThreadView } from "#server/services/discussion-view.ts";

/** What people say about this claim, beside its card: open threads, a box for a new one, and what is resolved. */
export function Discussion({ address }: { address: string }) {
  const say = useWords("discussion");
  const { discussion, isOpen, open, look } = useDiscussion();
  const { threads } = discussion;
  // The line stays where it is for as long as the card is open, however often the visit is noted meanwhile.
  const [visit] = useState(discussion.lastVisit);
  const section = useRef<HTMLDivElement>(null);
  useFoldedWhenNarrow(open);
  useNamedComment(open);
  useArrivals(threads);
  useVisit(section, { address, said: newComments(threads, null).join(), onLook: look });
  const openThreads = threads.filter(({ resolved }) => resolved === null);
  const resolved = threads.filter((one) => one.resolved !== null);
  return (
    <details
      className="decision-part discussion"
      id="discussion"
      open={isOpen}
      onToggle={(event) => open(event.currentTarget.open)}
    >
      <summary>
        <h3>{say("discussion")}</h3> <Count open={openThreads.length} />
      </summary>
      <div className="discussion-in" ref={section}>
        <NewThread />
        {threads.length === 0 && <p className="quiet">{say("nothing_said")}</p>}
        <Threads threads={openThreads} visit={visit} />
        {resolved.length > 0 && (
          <details className="resolved-threads">
            <summary>{say("resolved_threads", { count: resolved.length })}</summary>
            <Threads threads={resolved} visit={visit} />
          </details>
        )}
      </div>
    </details>
  );
}

function Count({ open }: { open: number }) {
  const say = useWords("discussion");
  const unseen = useDiscussion().unseen.length;
  return (
    <span className="discussion-count">
      {open > 0 && <span className="quiet">{say("open_count", { count: open })}</span>}
      {unseen > 0 && <span className="unseen-count">{say("new_count", { count: unseen })}</span>}
    </span>
  );
}

function Threads({ threads, visit }: { threads: readonly ThreadView[]; visit: number | null }) {
  if (threads.length === 0) return null;
  const firstNew = threads.find((one) => lineIn(one, visit) === "whole")?.id;
  return (
    <ol className="thread-list">
      {threads.flatMap((one) => [
        ...(visit !== null && one.id === firstNew
          ? [
              <li key="new">
                <NewLine visit={visit} />
              </li>,
            ]
          : []),
        <Thread key={one.id} thread={one} visit={visit} />,
      ])}
    </ol>
  );
}

/** Where the decisions stand under the card, the discussion is folded at first. */
function useFoldedWhenNarrow(open: (isOpen: boolean) => void): void {
  useEffect(() => {
    if (matchMedia("(max-width: 900px)").matches && !/^#(discussion|comment-)/.test(location.hash)) open(false);
  }, [open]);
}
