import type { Work, WorkRow } from "#server/services/work.ts";

export type WorkSection = { key: keyof Work; title: string; rows: WorkRow[] };

const TITLES: readonly [keyof Work, string][] = [
  ["stale", "Stale sign-offs"],
  ["toReview", "To review"],
  ["changesRequested", "Changes requested"],
  ["assigned", "Assigned to me"],
  ["waiting", "Waiting on others"],
];

/** The lists that hold something, in the order in which they ask for attention. */
export function workSections(work: Work): WorkSection[] {
  return TITLES.map(([key, title]) => ({ key, title, rows: work[key] })).filter(({ rows }) => rows.length > 0);
}

/** How many claims wait for this member; what waits for somebody else is not counted. */
export function waitingForMe(work: Work): number {
  return work.toReview.length + work.stale.length + work.changesRequested.length + work.assigned.length;
}

/** "3 claims wait for you" as the line under the title. */
export function workWords(work: Work): string {
  const count = waitingForMe(work);
  if (count === 0) return work.waiting.length > 0 ? "Nothing waits for you; others have it." : "Nothing waits for you.";
  return count === 1 ? "1 claim waits for you." : `${count} claims wait for you.`;
}
