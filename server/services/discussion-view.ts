import type { Db } from "#db/client.ts";
import {
  type CommentRecord,
  commentsOfClaim,
  mentionsOfClaim,
  type ThreadRecord,
  threadsOfClaim,
  visitOf,
} from "#db/queries/discussion.ts";
import type { Topic } from "#db/schema/discussion.ts";
import type { Member } from "#server/context.ts";
import type { CaseRecord } from "#server/services/access.ts";
import { type Person, peopleById, pick } from "#server/services/people-view.ts";
import { reachablePeople } from "#server/services/reachable.ts";

export type CommentView = {
  id: string;
  author: Person | null;
  /** Empty when it is deleted. */
  text: string;
  /** Whom its words name. */
  mentions: Person[];
  at: number;
  editedAt: number | null;
  deletedAt: number | null;
  mine: boolean;
};

export type ThreadView = {
  id: string;
  about: Topic;
  comments: CommentView[];
  resolved: { by: Person | null; at: number } | null;
};

export type DiscussionView = {
  /** Oldest first. */
  threads: ThreadView[];
  /** Who can be named in a comment. */
  people: Person[];
  /** When this member last looked at it; null when they never have. */
  lastVisit: number | null;
};

/** Everything that was said about one claim, as this member sees it. */
export function discussionView(db: Db, actor: Member, parent: CaseRecord, claimId: string): DiscussionView {
  const people = peopleById(db);
  const named = Map.groupBy(mentionsOfClaim(db, claimId), (one) => one.commentId);
  const said = Map.groupBy(commentsOfClaim(db, claimId), (one) => one.threadId);
  const toComment = ({ id, authorId, text, at, editedAt, deletedAt }: CommentRecord): CommentView => ({
    ...{ id, text, at, editedAt, deletedAt },
    author: pick(people, authorId),
    mentions: (named.get(id) ?? []).flatMap(({ memberId }) => pick(people, memberId) ?? []),
    mine: authorId === actor.id,
  });
  const toThread = ({ id, about, resolvedAt, resolvedBy }: ThreadRecord): ThreadView => ({
    ...{ id, about },
    comments: (said.get(id) ?? []).map(toComment),
    resolved: resolvedAt === null ? null : { by: pick(people, resolvedBy), at: resolvedAt },
  });
  return {
    threads: threadsOfClaim(db, claimId).map(toThread),
    people: reachablePeople(db, parent),
    lastVisit: visitOf(db, actor.id, claimId),
  };
}
