import type { CommentView, ThreadView } from "#server/services/discussion-view.ts";

/** Whether a comment is one that this person has not seen: somebody else's, made after their visit. */
export const isNew = ({ mine, at, deletedAt }: CommentView, visit: number | null): boolean =>
  !mine && deletedAt === null && at > (visit ?? 0);

/** When this person last looked at a thread: those of merged claims were looked at there. */
export const visitTo = ({ from }: ThreadView, lastVisit: number | null): number | null =>
  from === null ? lastVisit : from.lastVisit;

/** The ids of what is new to this person, oldest first; without visits, of everything that colleagues said. */
export function newComments(threads: readonly ThreadView[], visitOf: (thread: ThreadView) => number | null): string[] {
  return threads
    .flatMap((thread) => thread.comments.filter((one) => isNew(one, visitOf(thread))))
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);
}

/**
 * Before which comment of a thread the line "New since your visit" stands: the first new one that has older ones before
 * it. A thread that is new as a whole has the line before it, `whole`. Without a visit there is no line.
 */
export function lineIn({ comments }: ThreadView, visit: number | null): { before: string } | "whole" | null {
  const at = visit === null ? -1 : comments.findIndex((one) => isNew(one, visit));
  if (at < 0) return null;
  return at === 0 ? "whole" : { before: comments[at]?.id ?? "" };
}

const DAY_MS = 86_400_000;

/** Within a week a day's name says when; "Tuesday" would be another one afterwards. */
export const visitShow = (visit: number, now: number): "weekday" | "near" =>
  now - visit < 6 * DAY_MS ? "weekday" : "near";
