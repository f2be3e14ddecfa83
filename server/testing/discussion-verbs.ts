import type { Action } from "#domain/roles.ts";
import type { Member } from "#server/context.ts";
import type { Services } from "#server/services/index.ts";
import { once } from "#server/testing/desk.ts";

type Ids = { caseNumber: number; claimNumber: number; claimId: string; threadId: string; commentId: string };
type Verb = { action: Action; run: (actor: Member, ids: Ids) => unknown };

/** What can be done with a discussion, each with the permission that it asks for. */
export const discussionVerbs = (discussion: () => Services["discussion"]): Record<string, Verb> => ({
  "discussion.read": {
    action: "case.read",
    run: (me, { caseNumber, claimNumber }) => discussion().read(me, caseNumber, claimNumber),
  },
  "discussion.look": {
    action: "case.read",
    run: (me, { caseNumber, claimNumber }) => discussion().look(me, caseNumber, claimNumber),
  },
  "discussion.start": {
    action: "discussion.comment",
    run: (me, { claimId }) =>
      discussion().start(me, claimId, { about: { kind: "claim" }, text: "Who counted?", ...once() }),
  },
  "discussion.reply": {
    action: "discussion.comment",
    run: (me, { threadId }) => discussion().reply(me, threadId, { text: "The board.", ...once() }),
  },
  "discussion.edit": {
    action: "discussion.comment",
    run: (me, { commentId }) => discussion().edit(me, commentId, { text: "The board.", ...once() }),
  },
  "discussion.remove": {
    action: "discussion.comment",
    run: (me, { commentId }) => discussion().remove(me, commentId, once()),
  },
  "discussion.resolve": {
    action: "discussion.comment",
    run: (me, { threadId }) => discussion().resolve(me, threadId, once()),
  },
  "discussion.reopen": {
    action: "discussion.comment",
    run: (me, { threadId }) => discussion().reopen(me, threadId, once()),
  },
});
