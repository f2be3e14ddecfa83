import { MessageSquare } from "lucide-react";
import { useDiscussion } from "#app/discussion/discussion-context.tsx";
import { useWords } from "#app/words/speech.tsx";

/** At the head of the card: how many threads are open, whether something is new to this person, and the way there. */
export function ThreadCount() {
  const say = useWords("discussion");
  const { discussion, unseen, open } = useDiscussion();
  const threads = discussion.threads.filter(({ resolved }) => resolved === null).length;
  if (threads === 0 && unseen.length === 0) return null;
  const go = () => {
    open(true);
    const section = document.getElementById("discussion");
    section?.scrollIntoView({ block: "start" });
    section?.querySelector("summary")?.focus({ preventScroll: true });
  };
  return (
    <button type="button" className="thread-count" onClick={go}>
      <MessageSquare size={16} aria-hidden="true" />
      <span>{say("open_threads", { count: threads })}</span>
      {unseen.length > 0 && <span className="unseen-count">{say("new_count", { count: unseen.length })}</span>}
    </button>
  );
}
