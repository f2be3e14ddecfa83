import { useTimeWords } from "#app/ui/time.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import type { Side } from "#server/services/version-compare.ts";
import type { HistoryRow, VersionRow } from "#server/services/version-rows.ts";

const and = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Who made a version: "Ana Noori and Bo Lindqvist"; the server, where nobody did. */
export function authorsOf({ people }: Pick<VersionRow, "people">): string {
  return people.length === 0 ? "The server" : and.format(people.map(({ name }) => name));
}

/** Moments as plain text: in UTC until the reader's own clock is known, as `<Time>` has them. */
export function useMoment(): (at: number) => string {
  const inWords = useTimeWords();
  const here = useHydrated();
  return (at) => (here ? inWords(at, "near") : `${inWords(at, "near", "UTC")} UTC`);
}

/** One line for a state of the card in a list of choices. */
export function rowWords(row: HistoryRow, moment: (at: number) => string): string {
  if (row.kind === "sign_off") return `${row.person?.name ?? "Somebody who left"} signed, ${moment(row.at)}`;
  const name = row.name ? `“${row.name.words}”, ` : "";
  const now = row.isNow ? "Now, last edited by " : "";
  return `${name}${now}${authorsOf(row)}, ${moment(row.to)}`;
}

export function sideWords(side: Side, moment: (at: number) => string): string {
  const { signOff, people, at, name } = side;
  if (signOff) return rowWords(signOff, moment);
  return `${name ? `“${name.words}”, ` : ""}${authorsOf({ people })}, ${moment(at)}`;
}
