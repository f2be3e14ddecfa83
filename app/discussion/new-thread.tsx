import { X } from "lucide-react";
import { useCard, useCardContext } from "#app/card/card-context.ts";
import { CommentBox } from "#app/discussion/comment-box.tsx";
import { useDiscussion } from "#app/discussion/discussion-context.tsx";
import { aboutIn } from "#app/discussion/half-about.ts";
import { shortened } from "#app/discussion/topic.tsx";
import { useHalfOpen } from "#app/discussion/use-half-comment.ts";
import { Button } from "#app/ui/button.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords } from "#app/words/speech.tsx";
import { placeWords } from "#domain/place-words.ts";

/** Where the next thread begins: on the claim, or on what was asked for. */
export function NewThread() {
  const say = useWords("discussion");
  const { asked, askNothing, resume } = useDiscussion();
  const { claimId } = useCardContext();
  const { about, name, turn } = asked;
  const box = `thread.${claimId}`;
  useHalfOpen(box, (half) => {
    const was = aboutIn(half.about);
    if (was) resume(was, half.name ?? "");
  });
  return (
    <CommentBox
      label={say(`on_${about.kind}`)}
      send={say("comment")}
      intent="comment"
      box={box}
      topic={about.kind === "claim" ? undefined : { about, name }}
      fields={{ about: JSON.stringify(about) }}
      focus={turn}
      onDone={askNothing}
    >
      <About onLeave={askNothing} />
    </CommentBox>
  );
}

function About({ onLeave }: { onLeave: () => void }) {
  const say = useWords("discussion");
  const sayPlace = useWords("places");
  const { about, name } = useDiscussion().asked;
  const language = useCard((card) => card.language);
  if (about.kind === "claim") return null;
  return (
    <div className="asked-about">
      {about.kind === "words" ? (
        <q className="thread-quote" lang={language || undefined} dir="auto">
          <ShownText text={shortened(about.exact)} />
        </q>
      ) : (
        <bdi>
          <ShownText text={shortened(name)} />
        </bdi>
      )}
      <span className="meta">{about.kind === "words" ? placeWords(sayPlace, about.place) : say("source")}</span>
      <Button kind="plain" icon aria-label={say("on_whole_claim")} onClick={onLeave}>
        <X size={16} aria-hidden="true" />
      </Button>
    </div>
  );
}
