import type { ClaimRow } from "#app/board/claim-row.ts";
import { STATUS_WORDS, STATUSES } from "#domain/status.ts";

export const GROUPINGS = ["status", "assignee", "verdict", "claimant", "due"] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const GROUPING_WORDS: Record<Grouping, string> = {
  status: "Status",
  assignee: "Assignee",
  verdict: "Verdict",
  claimant: "Claimant",
  due: "Due day",
};

export type Group = { key: string; words: string; rows: ClaimRow[] };
type Place = { key: string; words: string; rank: number };

export function readGrouping(search: URLSearchParams): Grouping | null {
  return GROUPINGS.find((one) => one === search.get("group")) ?? null;
}

/** The claims in groups, each in the order given. `now` is the reader's clock, or null while it is not known. */
export function groupClaims(rows: readonly ClaimRow[], grouping: Grouping | null, now: number | null): Group[] {
  if (grouping === null) return [{ key: "all", words: "", rows: [...rows] }];
  const groups = new Map<string, Group & Place>();
  for (const row of rows) {
    const place = PLACES[grouping](row, now);
    const group = groups.get(place.key);
    if (group) group.rows.push(row);
    else groups.set(place.key, { ...place, rows: [row] });
  }
  return [...groups.values()].sort((a, b) => a.rank - b.rank || a.words.localeCompare(b.words, "en"));
}

const LAST = 99;
const named = (key: string | null | undefined, words: string | null | undefined, none: string): Place =>
  key ? { key, words: words ?? "", rank: 0 } : { key: "none", words: none, rank: LAST };

const PLACES: Record<Grouping, (row: ClaimRow, now: number | null) => Place> = {
  status: ({ status }) => ({ key: status, words: STATUS_WORDS[status], rank: STATUSES.indexOf(status) }),
  assignee: ({ assignee }) => named(assignee?.id, assignee?.name, "Nobody yet"),
  verdict: ({ ratingId, ratingLabel }) => named(ratingId, ratingLabel, "No verdict"),
  claimant: ({ claimant }) => named(claimant && `by ${claimant}`, claimant, "No claimant"),
  due: ({ dueAt }, now) => duePlace(dueAt, now),
};

const DUE = ["Before today", "Today", "Tomorrow", "Within a week", "Later"] as const;

function duePlace(dueAt: number | null, now: number | null): Place {
  if (dueAt === null) return { key: "none", words: "No due time", rank: LAST };
  if (now === null) return { key: "due", words: "With a due time", rank: 0 };
  const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(dueAt) - midnight(now)) / 86_400_000);
  const rank = days < 0 ? 0 : days === 0 ? 1 : days === 1 ? 2 : days < 7 ? 3 : 4;
  return { key: `due-${rank}`, words: DUE[rank], rank };
}
