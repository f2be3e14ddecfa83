import type { Db } from "#db/client.ts";
import { cardOf } from "#db/queries/claims.ts";
import {
  authorsOfThread,
  type CommentRecord,
  commentById,
  insertComment,
  insertThread,
  mentionsOfComment,
  noteVisit,
  setMentions,
  type ThreadRecord,
  threadById,
  updateComment,
  updateThread,
} from "#db/queries/discussion.ts";
import type { Topic } from "#db/schema/discussion.ts";
import type { ThreadAbout } from "#domain/discussion.ts";
import { type AppError, notFound } from "#domain/errors.ts";
import { LIMITS } from "#domain/limits.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Saying as Sentence } from "#domain/words/say.ts";
import type { Context, Member } from "#server/context.ts";
import { type CaseRecord, claimFor, numberedClaim } from "#server/services/access.ts";
import { type AuditType, record } from "#server/services/audit.ts";
import { decideOnce, inTransaction, type Once } from "#server/services/decide.ts";
import { type DiscussionView, discussionView } from "#server/services/discussion-view.ts";
import { mergedClaims } from "#server/services/merged-claims.ts";
import { peopleById } from "#server/services/people-view.ts";
import { mentionedIn, reachablePeople } from "#server/services/reachable.ts";

export type Said = { text: string } & Once;

/** A comment that was just stored: whom it names, and who else wrote in its thread; only people who can open the case. */
export type NewComment = {
  threadId: string;
  commentId: string;
  claimId: string;
  caseId: string;
  authorId: string;
  mentionedIds: readonly string[];
  participantIds: readonly string[];
  at: number;
};

/** `onComment` runs in the transaction of the comment: what it writes is there with the comment, or neither is. */
export type DiscussionOptions = { onComment?: (tx: Db, comment: NewComment) => void };

/** A visit is written once a minute at most. */
const VISITS_APART_MS = 60_000;

/** What people say about a claim. Nothing here touches its card. */
export function discussionService({ db, now, newId, live }: Context, { onComment = () => {} }: DiscussionOptions = {}) {
  return {
    read(actor: Member, caseNumber: number, claimNumber: number): DiscussionView {
      const { claim, parent } = numberedClaim(db, actor, caseNumber, claimNumber, "case.read");
      return discussionView(db, actor, parent, claim.id);
    },

    /** Notes that this member has the discussion before their eyes now, with what came from merged claims. */
    look(actor: Member, caseNumber: number, claimNumber: number): void {
      const { claim } = numberedClaim(db, actor, caseNumber, claimNumber, "case.read");
      const visit = { memberId: actor.id, at: now() };
      inTransaction(db, (tx) => {
        for (const { id: claimId } of [claim, ...mergedClaims(tx, claim.id)])
          noteVisit(tx, { ...visit, claimId }, { apart: VISITS_APART_MS });
      });
    },

    /** Opens a thread with its first comment. */
    start(actor: Member, claimId: string, { about, text, once }: { about: ThreadAbout } & Said): Made {
      const { parent } = claimFor(db, actor, claimId, "discussion.comment");
      const words = demandWords(text);
      const of = ["discussion.start", claimId, about, words];
      const made = decideOnce({ db, now }, actor, { once, of }, (tx, at) => {
        const thread = { id: newId(), claimId, about: topicOf(tx, claimId, about), createdAt: at };
        insertThread(tx, thread);
        return say(tx, { actor, parent, thread, text: words, at });
      });
      live.publish(parent.id, { type: "discussion", claimId });
      return made;
    },

    /** @throws AppError conflict when the thread is resolved. */
    reply(actor: Member, threadId: string, { text, once }: Said): Made {
      const { thread, parent } = threadFor(actor, threadId);
      const words = demandWords(text);
      const made = decideOnce({ db, now }, actor, { once, of: ["discussion.reply", threadId, words] }, (tx, at) => {
        const resolved = threadById(tx, threadId);
        if (resolved?.resolvedAt) throw alreadyResolved(tx, resolved, "resolved_no_reply");
        return say(tx, { actor, parent, thread, text: words, at });
      });
      live.publish(parent.id, { type: "discussion", claimId: thread.claimId });
      return made;
    },

    /** Changes one's own comment. Whom it names only now is told like for a new one. */
    edit(actor: Member, commentId: string, { text, once }: Said): void {
      const { thread, parent } = ownComment(actor, commentId);
      const words = demandWords(text);
      decideOnce({ db, now }, actor, { once, of: ["discussion.edit", commentId, words] }, (tx, at) => {
        if (commentById(tx, commentId)?.deletedAt !== null) throw refusal("conflict", "discussion", "comment_deleted");
        const before = mentionsOfComment(tx, commentId);
        const ids = mentionedIn(tx, parent, { text: words, authorId: actor.id, before });
        updateComment(tx, commentId, { text: words, editedAt: at });
        setMentions(tx, commentId, ids);
        const mentionedIds = ids.filter((id) => !before.includes(id));
        const { id: threadId, claimId } = thread;
        if (mentionedIds.length > 0) {
          const comment = { threadId, commentId, claimId, caseId: parent.id, authorId: actor.id, at };
          onComment(tx, { ...comment, mentionedIds, participantIds: [] });
        }
      });
      live.publish(parent.id, { type: "discussion", claimId: thread.claimId });
    },

    /** Takes the words of one's own comment away for everybody; that there was one stays. */
    remove(actor: Member, commentId: string, { once }: Once): void {
      const { thread, parent } = ownComment(actor, commentId);
      decideOnce({ db, now }, actor, { once, of: ["discussion.remove", commentId] }, (tx, at) => {
        if (commentById(tx, commentId)?.deletedAt !== null) return;
        updateComment(tx, commentId, { text: "", deletedAt: at });
        setMentions(tx, commentId, []);
        note(tx, "comment.deleted", { actor, parent, thread, at });
      });
      live.publish(parent.id, { type: "discussion", claimId: thread.claimId });
    },

    /** @throws AppError conflict when somebody else was faster. */
    resolve(actor: Member, threadId: string, { once }: Once): void {
      const { thread, parent } = threadFor(actor, threadId);
      decideOnce({ db, now }, actor, { once, of: ["discussion.resolve", threadId] }, (tx, at) => {
        const found = threadById(tx, threadId);
        if (found?.resolvedAt) throw alreadyResolved(tx, found, "resolved_already");
        updateThread(tx, threadId, { resolvedAt: at, resolvedBy: actor.id });
        note(tx, "thread.resolved", { actor, parent, thread, at });
      });
      live.publish(parent.id, { type: "discussion", claimId: thread.claimId });
    },

    /** @throws AppError conflict when it is open already. */
    reopen(actor: Member, threadId: string, { once }: Once): void {
      const { thread, parent } = threadFor(actor, threadId);
      decideOnce({ db, now }, actor, { once, of: ["discussion.reopen", threadId] }, (tx, at) => {
        if (!threadById(tx, threadId)?.resolvedAt) throw refusal("conflict", "discussion", "opened_already");
        updateThread(tx, threadId, { resolvedAt: null, resolvedBy: null });
        note(tx, "thread.reopened", { actor, parent, thread, at });
      });
      live.publish(parent.id, { type: "discussion", claimId: thread.claimId });
    },
  };

  /** The thread, when its case is open to the actor; what is not there and what is not theirs look alike. */
  function threadFor(actor: Member, threadId: string): { thread: ThreadRecord; parent: CaseRecord } {
    const thread = threadById(db, threadId);
    const { parent } = claimFor(db, actor, thread?.claimId ?? "", "discussion.comment");
    if (!thread) throw notFound("claim");
    return { thread, parent };
  }

  function ownComment(actor: Member, commentId: string) {
    const comment: CommentRecord | null = commentById(db, commentId);
    const found = threadFor(actor, comment?.threadId ?? "");
    if (comment?.authorId !== actor.id) throw refusal("forbidden", "discussion", "not_yours");
    return found;
  }

  function say(tx: Db, { actor, parent, thread, text, at }: Saying): Made {
    const { id: threadId, claimId } = thread;
    const commentId = newId();
    const mentionedIds = mentionedIn(tx, parent, { text, authorId: actor.id });
    const reachable = new Set(reachablePeople(tx, parent).map(({ id }) => id));
    const participantIds = authorsOfThread(tx, threadId).filter((id) => id !== actor.id && reachable.has(id));
    insertComment(tx, { id: commentId, threadId, authorId: actor.id, text, at });
    setMentions(tx, commentId, mentionedIds);
    const comment = { threadId, commentId, claimId, caseId: parent.id, authorId: actor.id, at };
    onComment(tx, { ...comment, mentionedIds, participantIds });
    return { threadId, commentId };
  }
}

export type Made = { threadId: string; commentId: string };
type Where = { actor: Member; parent: CaseRecord; thread: Pick<ThreadRecord, "id" | "claimId">; at: number };
type Saying = Where & { text: string };

function note(tx: Db, type: AuditType, { actor, parent, thread, at }: Where): void {
  const body = { threadId: thread.id };
  record(tx, { type, actorId: actor.id, caseId: parent.id, claimId: thread.claimId, body, at });
}

/** @throws AppError bad_input for a comment without words, or with too many. */
function demandWords(text: string): string {
  const words = text.trim();
  const why = whyNotSaid(words);
  if (why) throw refusal("bad_input", why.room, why.id, why.values, { fields: { text: why } });
  return words;
}

function whyNotSaid(words: string): Extract<Sentence, { room: "discussion" }> | null {
  const room = "discussion";
  if (words === "") return { room, id: "write_something" };
  if (words.length <= LIMITS.comment) return null;
  return { room, id: "write_less", values: { most: LIMITS.comment, count: words.length } };
}

function topicOf(tx: Db, claimId: string, about: ThreadAbout): Topic {
  if (about.kind !== "source") return about;
  const source = cardOf(tx, claimId)?.card.sources.find(({ id }) => id === about.sourceId);
  if (!source) throw refusal("conflict", "discussion", "source_left");
  return { ...about, name: source.title || source.publisher || source.url };
}

function alreadyResolved(tx: Db, { resolvedBy }: ThreadRecord, id: "resolved_no_reply" | "resolved_already"): AppError {
  const who = peopleById(tx).get(resolvedBy ?? "")?.name;
  if (who) return refusal("conflict", "discussion", id, { who });
  return refusal("conflict", "discussion", `${id}_unnamed`);
}
