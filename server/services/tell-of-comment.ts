import type { Db } from "#db/client.ts";
import { commentById } from "#db/queries/discussion.ts";
import type { NewComment } from "#server/services/discussion.ts";
import { notify } from "#server/services/notify.ts";

/** Tells whoever a comment names that they were mentioned, and who else wrote in its thread that somebody replied. */
export function tellOfComment(tx: Db, comment: NewComment): void {
  const { commentId, mentionedIds, participantIds, authorId: actorId, claimId, caseId, at } = comment;
  const subject = { words: commentById(tx, commentId)?.text ?? "", place: `comment-${commentId}` };
  const about = { claimId, caseId, actorId, at, subject };
  notify(tx, { ...about, reason: "mentioned", memberIds: mentionedIds });
  const others = participantIds.filter((id) => !mentionedIds.includes(id));
  notify(tx, { ...about, reason: "replied", memberIds: others });
}
