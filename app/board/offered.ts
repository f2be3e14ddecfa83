import type { ClaimRow } from "#app/board/claim-row.ts";
import { labelKey } from "#domain/labels.ts";

/** More than anybody looks through in a list; typing finds the others. */
const MOST = 200;

/** The labels of these claims, each once however it is written, in the order of the alphabet. */
export function labelsIn(rows: readonly ClaimRow[], locale: string): string[] {
  const found = new Map<string, string>();
  for (const one of new Set(rows.flatMap((row) => row.labels)))
    if (!found.has(labelKey(one))) found.set(labelKey(one), one);
  return [...found.values()].sort(new Intl.Collator(locale, { numeric: true }).compare).slice(0, MOST);
}
