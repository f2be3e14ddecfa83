import type { Db } from "#db/client.ts";
import { versionOfCase } from "#db/queries/documents.ts";
import { type FoundAgain, findAgain, isQuoted, type Selector } from "#domain/anchors.ts";
import { sha256Hex } from "#domain/content.ts";

/** A selector on the document version that it names. */
type Placed = Selector & { versionId: string };

/** Answers about texts, which never change, by version and quote; the oldest goes when there are more. */
const KEPT = 20_000;
const known = new Map<string, unknown>();

/**
 * Where the quotes of a case stand in its documents. A browser can write any words into a card, so a quote is looked for
 * only when it is true, and each answer is worked out once. Ask only about versions of this case.
 */
export function quotePlaces(db: Db, caseId: string) {
  const texts = new Map<string, string>();
  const textOf = (versionId: string): string => {
    const text = texts.get(versionId) ?? versionOfCase(db, caseId, versionId)?.text ?? "";
    texts.set(versionId, text);
    return text;
  };
  /** Whether it stands in its own version exactly as it says. */
  const isTrue = (quote: Placed): boolean =>
    remembered(["true", quote.versionId], quote, () => isQuoted(textOf(quote.versionId), quote));
  /** Where its words stand in another version. */
  const findIn = (versionId: string, quote: Placed): FoundAgain =>
    remembered(["again", versionId], quote, () => findAgain(textOf(versionId), quote));
  return { isTrue, findIn };
}

export type QuotePlaces = ReturnType<typeof quotePlaces>;

function remembered<T>(of: readonly string[], { exact, prefix, suffix, start, end }: Selector, work: () => T): T {
  const key = sha256Hex(JSON.stringify([...of, exact, prefix, suffix, start, end]));
  if (known.has(key)) return known.get(key) as T;
  const found = work();
  known.set(key, found);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return found;
}
