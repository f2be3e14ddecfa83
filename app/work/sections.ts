import type { Say } from "#domain/words/say.ts";
import type { Work, WorkRow } from "#server/services/work.ts";

export type WorkSection = { key: keyof Work; title: string; rows: WorkRow[] };

const TITLES = [
  ["stale", "stale"],
  ["toReview", "to_review"],
  ["changesRequested", "changes_requested"],
  ["assigned", "assigned"],
  ["waiting", "waiting"],
] as const satisfies readonly [keyof Work, string][];

/** The lists that hold something, in the order in which they ask for attention. */
export function workSections(say: Say<"work">, work: Work): WorkSection[] {
  return TITLES.map(([key, title]) => ({ key, title: say(title), rows: work[key] })).filter(
    ({ rows }) => rows.length > 0,
  );
}

/** How many claims wait for this member; what waits for somebody else is not counted. */
export function waitingForMe(work: Work): number {
  return work.toReview.length + work.stale.length + work.changesRequested.length + work.assigned.length;
}

/** "3 claims wait for you" as the line under the title. */
export function workWords(say: Say<"work">, work: Work): string {
  const count = waitingForMe(work);
  if (count > 0) return say("waits", { count });
  return say(work.waiting.length > 0 ? "others_have_it" : "nothing_waits");
}
