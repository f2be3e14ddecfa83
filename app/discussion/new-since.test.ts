import { expect, test } from "vitest";
import { lineIn, newComments, visitShow, visitTo } from "#app/discussion/new-since.ts";
import type { CommentView, ThreadView } from "#server/services/discussion-view.ts";

const comment = (id: string, at: number, rest: Partial<CommentView> = {}): CommentView => ({
  ...{ id, at, author: null, text: id, mentions: [], editedAt: null, deletedAt: null, mine: false },
  ...rest,
});
const thread = (...comments: CommentView[]): ThreadView => ({
  ...{ id: comments[0]?.id ?? "", about: { kind: "claim" }, from: null, resolved: null },
  comments,
});

test("[DI19] new is what colleagues said since the visit: not one's own words, and nothing that is deleted", () => {
  const threads = [
    thread(comment("old", 10), comment("late", 40)),
    thread(comment("own", 30, { mine: true }), comment("gone", 30, { deletedAt: 35 }), comment("early", 31)),
  ];
  expect(newComments(threads, () => 20)).toEqual(["early", "late"]);
  expect(newComments(threads, () => 40)).toEqual([]);
  expect(newComments(threads, () => null)).toEqual(["old", "early", "late"]);
});

test("[DI22] what was said on a merged claim is new since the visit there", () => {
  const from = { number: 2, reference: "C-1-2", lastVisit: 35 };
  const threads = [thread(comment("own", 30)), { ...thread(comment("seen", 30), comment("unseen", 40)), from }];
  expect(newComments(threads, (one) => visitTo(one, 20))).toEqual(["own", "unseen"]);
});

test("[DI19] the line stands before the first new comment of a thread, before a thread that is new, and nowhere at a first visit", () => {
  const both = thread(comment("old", 10), comment("new", 30), comment("newer", 40));
  expect(lineIn(both, 20)).toEqual({ before: "new" });
  expect(lineIn(thread(comment("new", 30)), 20)).toBe("whole");
  expect(lineIn(both, 40)).toBeNull();
  expect(lineIn(both, null)).toBeNull();
});

test("[DI19] a visit within a week is told by its day", () => {
  const now = Date.parse("2026-03-10T09:00:00Z");
  expect(visitShow(now - 86_400_000, now)).toBe("weekday");
  expect(visitShow(now - 7 * 86_400_000, now)).toBe("near");
});
