import { useRef, useState } from "react";
import { CommentBox } from "#app/discussion/comment-box.tsx";
import { CommentText } from "#app/discussion/comment-text.tsx";
import { DeleteComment } from "#app/discussion/delete-comment.tsx";
import { useHalfOpen } from "#app/discussion/use-half-comment.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { MenuButton, MenuEntry } from "#app/ui/menu.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { CommentView } from "#server/services/discussion-view.ts";

/** One comment: who, when, and the words. Its author can change and delete it. */
export function Comment({ comment }: { comment: CommentView }) {
  const say = useWords("discussion");
  const [doing, setDoing] = useState<"edit" | "go on" | "delete" | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const { id, author, at, editedAt, deletedAt, mine, text } = comment;
  const box = `edit.${id}`;
  useHalfOpen(box, () => mine && setDoing((now) => now ?? "go on"));
  const name = author?.name ?? say("somebody_left");
  const leave = () => {
    setDoing(null);
    place.current?.focus();
  };
  if (deletedAt !== null)
    return (
      <p className="comment-deleted" id={`comment-${id}`} tabIndex={-1}>
        <Words
          room="discussion"
          id="deleted_by"
          values={{ who: <bdi>{name}</bdi>, time: <Time at={deletedAt} show="near" /> }}
        />
      </p>
    );
  return (
    <div className="comment" id={`comment-${id}`} ref={place} tabIndex={-1}>
      <Avatar name={name} colour={author?.colour ?? 0} decorative />
      <p className="comment-head">
        <bdi className="comment-author">{name}</bdi>{" "}
        <span className="meta">
          {editedAt === null ? (
            <Time at={at} show="near" />
          ) : (
            <Words room="discussion" id="edited_at" values={{ time: <Time at={at} show="near" /> }} />
          )}
        </span>
      </p>
      {mine && (
        <MenuButton label={say("change_yours")} words={<span aria-hidden="true">⋯</span>} kind="plain" icon>
          <MenuEntry words={say("edit")} onAction={() => setDoing("edit")} />
          <MenuEntry words={say("delete")} onAction={() => setDoing("delete")} />
        </MenuButton>
      )}
      {doing === "edit" || doing === "go on" ? (
        <CommentBox
          label={say("your_comment")}
          send={say("save_comment")}
          intent="edit-comment"
          box={box}
          fields={{ commentId: id }}
          first={text}
          focus={doing === "edit" ? 1 : 0}
          onDone={leave}
          onCancel={leave}
        />
      ) : (
        <CommentText comment={comment} />
      )}
      {doing === "delete" && <DeleteComment commentId={id} onClose={() => setDoing(null)} />}
    </div>
  );
}
