import { Fragment, useRef, useState } from "react";
import { Comment } from "#app/discussion/comment.tsx";
import { CommentBox } from "#app/discussion/comment-box.tsx";
import { useDiscussion } from "#app/discussion/discussion-context.tsx";
import { NewLine } from "#app/discussion/new-line.tsx";
import { lineIn } from "#app/discussion/new-since.ts";
import { Topic } from "#app/discussion/topic.tsx";
import { useHalfOpen } from "#app/discussion/use-half-comment.ts";
import { useSaid } from "#app/discussion/use-said.ts";
import { Button } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { ThreadView } from "#server/services/discussion-view.ts";

/** A thread: what it is about, what was said, and what can be done with it. */
export function Thread({ thread, visit }: { thread: ThreadView; visit: number | null }) {
  const { current } = useDiscussion();
  const line = lineIn(thread, visit);
  return (
    <li className="thread" data-current={thread.id === current || undefined} data-resolved={thread.resolved !== null}>
      <Topic thread={thread} />
      <ol className="comment-list">
        {thread.comments.map((one) => (
          <Fragment key={one.id}>
            {visit !== null && line !== "whole" && line?.before === one.id && (
              <li>
                <NewLine visit={visit} />
              </li>
            )}
            <li>
              <Comment comment={one} />
            </li>
          </Fragment>
        ))}
      </ol>
      {thread.resolved ? <Resolved thread={thread} resolved={thread.resolved} /> : <Answer thread={thread} />}
    </li>
  );
}

function Answer({ thread }: { thread: ThreadView }) {
  const say = useWords("discussion");
  const [replying, setReplying] = useState<"asked" | "found" | null>(null);
  const box = `reply.${thread.id}`;
  useHalfOpen(box, () => setReplying((now) => now ?? "found"));
  const reply = useRef<HTMLButtonElement>(null);
  const close = () => {
    setReplying(null);
    requestAnimationFrame(() => reply.current?.focus());
  };
  if (replying)
    return (
      <CommentBox
        label={say("your_reply")}
        send={say("reply")}
        intent="reply"
        box={box}
        fields={{ threadId: thread.id }}
        focus={replying === "asked" ? 1 : 0}
        onDone={close}
        onCancel={close}
      />
    );
  return (
    <div className="thread-actions">
      <Button ref={reply} kind="plain" onClick={() => setReplying("asked")}>
        {say("reply")}
      </Button>
      <Settle thread={thread} intent="resolve" words={say("resolve")} />
    </div>
  );
}

function Resolved({ thread, resolved }: { thread: ThreadView; resolved: NonNullable<ThreadView["resolved"]> }) {
  const say = useWords("discussion");
  const time = <Time at={resolved.at} show="near" />;
  return (
    <div className="thread-actions">
      <p className="meta">
        {resolved.by ? (
          <Words room="discussion" id="resolved_by" values={{ who: <bdi>{resolved.by.name}</bdi>, time }} />
        ) : (
          <Words room="discussion" id="resolved_by_one_left" values={{ time }} />
        )}
      </p>
      <Settle thread={thread} intent="reopen" words={say("open_again")} />
    </div>
  );
}

type SettleProps = { thread: ThreadView; intent: "resolve" | "reopen"; words: string };

function Settle({ thread, intent, words }: SettleProps) {
  const fetcher = useSaid();
  return (
    <fetcher.Form method="post" className="thread-settle">
      <OnceKey />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="threadId" value={thread.id} />
      <Button kind="plain" type="submit" disabled={fetcher.state !== "idle"}>
        {words}
      </Button>
      <Refusal of={fetcher.data as Parameters<typeof Refusal>[0]["of"]} />
    </fetcher.Form>
  );
}
