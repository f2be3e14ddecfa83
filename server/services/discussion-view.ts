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
import { type OtherClaim, referenceOf } from "#server/services/claim-rows.ts";
import { mergedClaims } from "#server/services/merged-claims.ts";
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
  /** The claim on which it was begun, where that was merged into this one; when this member last looked at it there. */
  from: (OtherClaim & { lastVisit: number | null }) | null;
  comments: CommentView[];
  resolved: { by: Person | null; at: number } | null;
};

export type DiscussionView = {
  /** Oldest first, and after them those of the claims that were merged into this one. */
  threads: ThreadView[];
  /** Who can be named in a comment. */
  people: Person[];
  /** When this member last looked at it; null when they never have. */
  lastVisit: number | null;
};

/** Everything that was said about one claim and those that were merged into it, as this member sees it. */
export function discussionView(db: Db, actor: Member, parent: CaseRecord, claimId: string): DiscussionView {
  const people = peopleById(db);
  const read = (id: string, from: ThreadView["from"]) => threadViews(db, actor, id, { people, from });
  const merged = mergedClaims(db, claimId).flatMap(({ id, number }) => {
    const claim = { number, reference: referenceOf(parent.number, number) };
    return read(id, { ...claim, lastVisit: visitOf(db, actor.id, id) });
  });
  return {
    threads: [...read(claimId, null), ...merged],
    people: reachablePeople(db, parent),
    lastVisit: visitOf(db, actor.id, claimId),
  };
}

type Told = { people: Map<string, Person>; from: ThreadView["from"] };

function threadViews(db: Db, actor: Member, claimId: string, { people, from }: Told): ThreadView[] {
  const named = Map.groupBy(mentionsOfClaim(db, claimId), (one) => one.commentId);
  const said = Map.groupBy(commentsOfClaim(db, claimId), (one) => one.threadId);
  const toComment = ({ id, authorId, text, at, editedAt, deletedAt }: CommentRecord): CommentView => ({
    ...{ id, text, at, editedAt, deletedAt },
    author: pick(people, authorId),
    mentions: (named.get(id) ?? []).flatMap(({ memberId }) => pick(people, memberId) ?? []),
    mine: authorId === actor.id,
  });
  const toThread = ({ id, about, resolvedAt, resolvedBy }: ThreadRecord): ThreadView => ({
    ...{ id, about, from },
    comments: (said.get(id) ?? []).map(toComment),
    resolved: resolvedAt === null ? null : { by: pick(people, resolvedBy), at: resolvedAt },
  });
  return threadsOfClaim(db, claimId).map(toThread);
}
