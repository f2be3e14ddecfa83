import { placeWord } from "#app/card/places.ts";
import type { Here, Presence } from "#app/live/live-message.ts";

type Match = { id: string; data?: unknown; params?: Readonly<Record<string, string | undefined>> };

/** Which screen of the case is shown, and which claim, told from the routes that match. */
export function hereOf(matches: readonly Match[]): Here {
  const last = matches.at(-1);
  const name = last?.id.replace(/^routes\/cases\.\$number\.?/, "").split(".")[0] || "board";
  const documentId = last?.params?.documentId;
  const screen = name === "documents" && documentId ? `documents/${documentId}` : name;
  return { claimId: claimIdIn(last?.data), field: null, screen: screen.slice(0, 60) };
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
  numbers: "at the numbers",
  settings: "in the settings",
};

/** "in Rationale of C-14-3", "on C-14-3", "reading the article". */
export function whereWords({
  claimReference,
  field,
  screen,
}: Pick<Presence, "claimReference" | "field" | "screen">): string {
  if (!claimReference) return SCREENS[screenOf(screen)] ?? "on this case";
  return field ? `in ${placeWord(field)} of ${claimReference}` : `on ${claimReference}`;
}

/** The page where that person is; null when it is not told. What they say of themselves leads nowhere else. */
export function placePath(
  caseNumber: number,
  { claimReference, screen }: Pick<Presence, "claimReference" | "screen">,
): string | null {
  const number = claimReference?.match(/-(\d+)$/)?.[1];
  if (number) return `/cases/${caseNumber}/claims/${number}`;
  const name = screenOf(screen);
  if (!Object.hasOwn(SCREENS, name) || name === "releases") return null;
  if (name !== "documents") return `/cases/${caseNumber}/${name}`;
  const id = screen.match(/^documents\/([\w-]{1,40})$/)?.[1];
  return id ? `/cases/${caseNumber}/documents/${id}` : null;
}

const screenOf = (screen: string) => screen.split("/")[0] ?? "";
