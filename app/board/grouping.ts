import type { ClaimRow } from "#app/board/claim-row.ts";
import { daysUntil } from "#app/board/due-filter.ts";
import { STATUSES } from "#domain/status.ts";
import type { Say } from "#domain/words/say.ts";

export const GROUPINGS = ["status", "assignee", "verdict", "claimant", "due"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export type Group = { key: string; words: string; rows: ClaimRow[] };
type Place = { key: string; words: string; rank: number };

/** What the names of groups are said with, and sorted by. */
export type Naming = { say: Say<"filters">; sayStatus: Say<"statuses">; locale: string };

export function readGrouping(search: URLSearchParams): Grouping | null {
  return GROUPINGS.find((one) => one === search.get("group")) ?? null;
}

/** The claims in groups, each in the order given. `now` is the reader's clock, or null while it is not known. */
export function groupClaims(
  rows: readonly ClaimRow[],
  grouping: Grouping | null,
  now: number | null,
  naming: Naming,
): Group[] {
  if (grouping === null) return [{ key: "all", words: "", rows: [...rows] }];
  const groups = new Map<string, Group & Place>();
  for (const row of rows) {
    const place = PLACES[grouping](naming, row, now);
    const group = groups.get(place.key);
    if (group) group.rows.push(row);
    else groups.set(place.key, { ...place, rows: [row] });
  }
  const { compare } = new Intl.Collator(naming.locale);
  return [...groups.values()].sort((a, b) => a.rank - b.rank || compare(a.words, b.words));
}

const LAST = 99;
const named = (key: string | null | undefined, words: string | null | undefined, none: string): Place =>
  key ? { key, words: words ?? "", rank: 0 } : { key: "none", words: none, rank: LAST };

const PLACES: Record<Grouping, (naming: Naming, row: ClaimRow, now: number | null) => Place> = {
  status: ({ sayStatus }, { status }) => ({
    key: status,
    words: sayStatus(status),
    rank: STATUSES.indexOf(status),
  }),
  assignee: ({ say }, { assignee }) => named(assignee?.id, assignee?.name, say("nobody_yet")),
  verdict: ({ say }, { ratingId, ratingLabel }) => named(ratingId, ratingLabel, say("no_verdict")),
  claimant: ({ say }, { claimant }) => named(claimant && `by ${claimant}`, claimant, say("no_claimant")),
  due: ({ say }, { dueAt }, now) => duePlace(say, dueAt, now),
};

const DUE = ["due_before", "due_today", "due_tomorrow", "due_week", "due_later"] as const;

function duePlace(say: Say<"filters">, dueAt: number | null, now: number | null): Place {
  if (dueAt === null) return { key: "none", words: say("due_none"), rank: LAST };
  if (now === null) return { key: "due", words: say("due_some"), rank: 0 };
  const days = daysUntil(dueAt, now);
  const rank = days < 0 ? 0 : days === 0 ? 1 : days === 1 ? 2 : days < 7 ? 3 : 4;
  return { key: `due-${rank}`, words: say(DUE[rank]), rank };
}
