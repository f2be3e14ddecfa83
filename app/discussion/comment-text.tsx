import { partsOf } from "#app/discussion/comment-parts.ts";
import { ShownText } from "#app/ui/shown-text.tsx";
import type { CommentView } from "#server/services/discussion-view.ts";

/** The words of a comment: plain text with its line breaks, names and links. */
export function CommentText({ comment }: { comment: CommentView }) {
  return (
    <p className="comment-text" dir="auto">
      {partsOf(comment.text, comment.mentions).map((part) => {
        if (part.kind === "words") return <ShownText key={part.at} text={part.text} />;
        if (part.kind === "mention")
          return (
            <bdi key={part.at} className="comment-mention">
              {part.text}
            </bdi>
          );
        return (
          <a key={part.at} href={part.href} rel="noopener noreferrer nofollow" target="_blank" dir="ltr">
            <ShownText text={part.text} />
          </a>
        );
      })}
    </p>
  );
}
