import type { Here, Presence } from "#app/live/live-message.ts";
import { useWords } from "#app/words/speech.tsx";
import { placeSaying } from "#domain/place-words.ts";
import type { Say } from "#domain/words/say.ts";

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

const SCREENS = ["board", "table", "documents", "release", "releases", "record", "numbers", "settings"] as const;

type Spot = Pick<Presence, "claimReference" | "field" | "screen">;

/** "in Rationale of C-14-3", "on C-14-3", "reading the article". */
export function whereWords(say: Say<"case">, { claimReference: claim, field, screen }: Spot): string {
  if (claim) return field ? say("at_field", { field: placeSaying(field), claim }) : say("at_claim", { claim });
  const name = screenOf(screen);
  return say(name ? `at_${name}` : "at_case");
}

export function useWhereWords(): (spot: Spot) => string {
  const say = useWords("case");
  return (spot) => whereWords(say, spot);
}

/** The page where that person is; null when it is not told. What they say of themselves leads nowhere else. */
export function placePath(
  caseNumber: number,
  { claimReference, screen }: Pick<Presence, "claimReference" | "screen">,
): string | null {
  const number = claimReference?.match(/-(\d+)$/)?.[1];
  if (number) return `/cases/${caseNumber}/claims/${number}`;
  const name = screenOf(screen);
  if (!name || name === "releases") return null;
  if (name !== "documents") return `/cases/${caseNumber}/${name}`;
  const id = screen.match(/^documents\/([\w-]{1,40})$/)?.[1];
  return id ? `/cases/${caseNumber}/documents/${id}` : null;
}

const screenOf = (screen: string) => SCREENS.find((name) => name === screen.split("/")[0]) ?? null;
