import { placeWord } from "#app/card/places.ts";
import type { Here, Presence } from "#app/live/live-message.ts";

type Match = { id: string; data?: unknown };

/** Which screen of the case is shown, and which claim, told from the routes that match. */
export function hereOf(matches: readonly Match[]): Here {
  const last = matches.at(-1);
  const screen = last?.id.replace(/^routes\/cases\.\$number\.?/, "").split(".")[0] || "board";
  return { claimId: claimIdIn(last?.data), field: null, screen };
}

function claimIdIn(data: unknown): string | null {
  const claim = (data as { claim?: { id?: unknown } } | null | undefined)?.claim;
  return typeof claim?.id === "string" ? claim.id : null;
}

const SCREENS: Record<string, string> = {
  board: "on the board",
  table: "at the table",
  documents: "reading the article",
  release: "at the releases",
  releases: "reading a release",
  record: "at the record",
  settings: "in the settings",
};

/** "in Rationale of C-14-3", "on C-14-3", "reading the article". */
export function whereWords({
  claimReference,
  field,
  screen,
}: Pick<Presence, "claimReference" | "field" | "screen">): string {
  if (!claimReference) return SCREENS[screen] ?? "on this case";
  return field ? `in ${placeWord(field)} of ${claimReference}` : `on ${claimReference}`;
}

/** The page where that person is; null when they are just on the case. */
export function wherePath(caseNumber: number, { claimReference }: Pick<Presence, "claimReference">): string | null {
  const number = claimReference?.match(/-(\d+)$/)?.[1];
  return number ? `/cases/${caseNumber}/claims/${number}` : null;
}
