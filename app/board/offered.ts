import type { ClaimRow } from "#app/board/claim-row.ts";
import { plain } from "#app/board/filters.ts";

/** What the claims of a case have, to choose from. */
export type Offered = { labels: string[]; claimants: string[] };

/** More than anybody looks through in a list; typing finds the others. */
const MOST = 200;

/** The labels and claimants of these claims, each once however it is written, in the order of the alphabet. */
export function offeredIn(rows: readonly ClaimRow[], locale: string): Offered {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const listed = (words: Iterable<string>) => [...eachOnce(words)].sort(compare).slice(0, MOST);
  return {
    labels: listed(rows.flatMap((row) => row.labels)),
    claimants: listed(rows.map((row) => row.claimant).filter(Boolean)),
  };
}

function eachOnce(words: Iterable<string>): Iterable<string> {
  const found = new Map<string, string>();
  const seen = new Set<string>();
  for (const one of words) {
    if (seen.has(one)) continue;
    seen.add(one);
    if (!found.has(plain(one))) found.set(plain(one), one);
  }
  return found.values();
}
