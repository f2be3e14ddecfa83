import "#app/discussion/discussion.css";
import { Link } from "@remix-run/react";
import { Fragment, type ReactNode, useEffect, useRef, useState } from "react";
import { useCase } from "#app/case/use-case.ts";
import { useDiscussion } from "#app/discussion/discussion-context.tsx";
import { NewLine } from "#app/discussion/new-line.tsx";
import { lineIn, newComments } from "#app/discussion/new-since.ts";
import { NewThread } from "#app/discussion/new-thread.tsx";
import { Thread } from "#app/discussion/thread.tsx";
import { useArrivals } from "#app/discussion/use-arrivals.ts";
import { useNamedComment } from "#app/discussion/use-named-comment.ts";
import { useVisit } from "#app/discussion/use-visit.ts";
import { useWords, Words } from "#app/words/speech.tsx";
import type { DiscussionView, ThreadView } from "#server/services/discussion-view.ts";

/** What people say about this claim, beside its card: open threads, a box for a new one, and what is resolved. */
export function Discussion({ address }: { address: string }) {
  const say = useWords("discussion");
  const { discussion, isOpen, open, look } = useDiscussion();
  const { threads } = discussion;
  // The line stays where it is for as long as the card is open, however often the visit is noted meanwhile.
  const [visitOf] = useState(() => visitsAtFirst(discussion));
  const section = useRef<HTMLDivElement>(null);
  useFoldedWhenNarrow(open);
  useNamedComment(open);
  useArrivals(threads);
  useVisit(section, { address, said: newComments(threads, never).join(), onLook: look });
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
        <Threads threads={openThreads} visitOf={visitOf} />
        {resolved.length > 0 && (
          <details className="resolved-threads">
            <summary>{say("resolved_threads", { count: resolved.length })}</summary>
            <Threads threads={resolved} visitOf={visitOf} />
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

type VisitOf = (thread: ThreadView) => number | null;

const never: VisitOf = () => null;

/** When this member had last looked before the card was opened, at each of the claims that meet here. */
function visitsAtFirst({ threads, lastVisit }: DiscussionView): VisitOf {
  const merged = new Map(threads.flatMap(({ from }) => (from ? [[from.number, from.lastVisit] as const] : [])));
  return ({ from }) => (from ? (merged.get(from.number) ?? null) : lastVisit);
}

/** Threads of this claim, and below a heading those of each claim that was merged into it. */
function Threads({ threads, visitOf }: { threads: readonly ThreadView[]; visitOf: VisitOf }) {
  return [...Map.groupBy(threads, ({ from }) => from?.number)].map(([number, list]) => (
    <Fragment key={number ?? 0}>
      <FromClaim from={list[0]?.from ?? null} />
      <ThreadList threads={list} visit={list[0] ? visitOf(list[0]) : null} />
    </Fragment>
  ));
}

function FromClaim({ from }: { from: ThreadView["from"] }) {
  const { parent } = useCase();
  if (!from) return null;
  const link = (inside: ReactNode) => (
    <Link className="ref" to={`/cases/${parent.number}/claims/${from.number}?own#discussion`}>
      <bdi>{inside}</bdi>
    </Link>
  );
  return (
    <h4 className="threads-from">
      <Words room="discussion" id="from_claim" values={{ reference: from.reference, link }} />
    </h4>
  );
}

function ThreadList({ threads, visit }: { threads: readonly ThreadView[]; visit: number | null }) {
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
