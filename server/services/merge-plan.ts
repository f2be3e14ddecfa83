import type { Card, Quote, Source } from "#domain/card.ts";
import { canonicalJson, sha256Hex } from "#domain/content.ts";
import type { PassedSet } from "#server/services/pass-set.ts";

/** What one claim would give another when they are merged, and a name for exactly that. */
export type MergePlan = { sources: Source[]; quotes: Quote[]; set: PassedSet | null; hash: string };

type Given = {
  /** Tells whether a quote stands where it says. */
  isTrue: (quote: Quote) => boolean;
  set: PassedSet | null;
};

/**
 * Sources and quotes of `from` that `into` lacks. A source is the same when its address (or title) and its quote with
 * its place are; so an address that backs another sentence is taken over.
 */
export function mergePlan(from: Card, into: Card, { isTrue, set }: Given): MergePlan {
  const knownSources = new Set(into.sources.map(sourceKey));
  const knownQuotes = new Set(into.quotes.map(quoteKey));
  const sources = firstOfEach(from.sources, sourceKey, knownSources);
  const quotes = firstOfEach(from.quotes.filter(isTrue), quoteKey, knownQuotes);
  return { sources, quotes, set, hash: sha256Hex(canonicalJson({ sources, quotes, set })) };
}

const sourceKey = ({ url, title, publisher, quote, locator }: Source) =>
  JSON.stringify(url.trim() === "" ? ["", title, publisher, quote, locator] : [url.trim(), quote, locator]);
const quoteKey = ({ versionId, start, end }: Quote) => JSON.stringify([versionId, start, end]);

function firstOfEach<T>(list: readonly T[], key: (one: T) => string, known: Set<string>): T[] {
  return list.filter((one) => {
    const isNew = !known.has(key(one));
    known.add(key(one));
    return isNew;
  });
}
