import type { Db } from "#db/client.ts";
import { dismissalsOf, insertDismissal, sentencesOf } from "#db/queries/documents.ts";
import { toUtf16 } from "#domain/anchors.ts";

type Version = { id: string; text: string };

/**
 * Dismisses in a new version the sentences that were dismissed in the one before and read the same, by the same person
 * for the same reason. A sentence that stands more or less often than before is looked at again. Returns how many.
 */
export function keepDismissals(tx: Db, before: Version, now: Version): number {
  const dismissals = new Map(dismissalsOf(tx, before.id).map((one) => [one.ordinal, one]));
  if (dismissals.size === 0) return 0;
  const [old, next] = [ordinalsByWords(tx, before), ordinalsByWords(tx, now)];
  let count = 0;
  for (const [words, ordinals] of old) {
    const places = next.get(words);
    if (places?.length !== ordinals.length) continue;
    for (const [nth, ordinal] of places.entries()) {
      const dismissal = dismissals.get(ordinals[nth] ?? -1);
      if (!dismissal) continue;
      insertDismissal(tx, { ...dismissal, versionId: now.id, ordinal });
      count += 1;
    }
  }
  return count;
}

function ordinalsByWords(tx: Db, { id, text }: Version): Map<string, number[]> {
  const found = new Map<string, number[]>();
  let [from, at] = [0, 0];
  for (const { ordinal, start, end } of sentencesOf(tx, id)) {
    const rest = text.slice(at);
    const begin = toUtf16(rest, start - from);
    const stop = begin + toUtf16(rest.slice(begin), end - start);
    const words = rest.slice(begin, stop);
    found.set(words, [...(found.get(words) ?? []), ordinal]);
    [from, at] = [end, at + stop];
  }
  return found;
}
