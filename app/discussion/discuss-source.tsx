import { MessageSquarePlus } from "lucide-react";
import { useDiscussion } from "#app/discussion/discussion-context.tsx";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";

/** Begins a thread on one source; says how many there are on it already. */
export function DiscussSource({ sourceId, name }: { sourceId: string; name: string }) {
  const say = useWords("discussion");
  const { ask, discussion } = useDiscussion();
  const count = discussion.threads.filter(
    ({ about, resolved, from }) =>
      resolved === null && from === null && about.kind === "source" && about.sourceId === sourceId,
  ).length;
  return (
    <Button
      kind="plain"
      aria-label={say(count === 0 ? "on_named" : "on_named_open", { name, count })}
      title={say("on_this_source_hint")}
      onClick={() => ask({ kind: "source", sourceId }, name)}
    >
      <MessageSquarePlus size={16} aria-hidden="true" />
      {count > 0 && <span aria-hidden="true">{count}</span>}
    </Button>
  );
}
