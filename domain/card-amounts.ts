import { CARD_ROOTS, type Card, type RootName, SHORT_TEXTS, stringIn } from "#domain/card.ts";
import { lengthOf } from "#domain/rationale.ts";
import type { Saying } from "#domain/words/say.ts";

/** How much stands in each root of a card: characters of what is written, or entries of a list. */
export type Amounts = Record<RootName, number>;

const WRITTEN = ["statement", "fields", "rationale", "verdict", "gaps"] as const;
const LISTED = ["sources", "figures", "quotes"] as const;

/** Less than this is how people work: a paragraph that is put differently, a source that turned out to be none. */
const MUCH = { characters: 500, share: 0.4, entries: 3, entryShare: 0.5 };

const counts: { [Root in RootName]: (card: Card) => number } = {
  statement: ({ statement }) => statement.length,
  gaps: ({ gaps }) => gaps.length,
  verdict: ({ verdict }) => verdict.length,
  fields: (card) => SHORT_TEXTS.reduce((sum, key) => sum + stringIn(card, key).length, 0),
  rationale: ({ rationale }) => lengthOf(rationale),
  figures: ({ figures }) => figures.length,
  quotes: ({ quotes }) => quotes.length,
  /** A source that was emptied is as good as gone. */
  sources: ({ sources }) => sources.filter((one) => one.url || one.title || one.quote).length,
};

export const amountIn = (card: Card, root: RootName): number => counts[root](card);

export function amountsOf(card: Card): Amounts {
  const roots = Object.keys(CARD_ROOTS) as RootName[];
  return Object.fromEntries(roots.map((root) => [root, amountIn(card, root)])) as Amounts;
}

const characters = (amounts: Amounts) => WRITTEN.reduce((sum, root) => sum + amounts[root], 0);

/** Whether so much less is there than before that somebody may miss it: 40 % of the words, or most entries of a list. */
export function isMuchLess(before: Amounts, now: Amounts): boolean {
  const lost = characters(before) - characters(now);
  if (lost > MUCH.characters && lost > MUCH.share * characters(before)) return true;
  return LISTED.some((root) => {
    const gone = before[root] - now[root];
    return gone >= MUCH.entries && gone > MUCH.entryShare * before[root];
  });
}

/** What is less than before, each as a part of a sentence: "1,204 of 1,410 characters", "the only quote". */
export function lessSayings(before: Amounts, now: Amounts): Saying[] {
  const written = part(characters(before), characters(now), "characters");
  return [...written, ...LISTED.flatMap((root) => part(before[root], now[root], root))];
}

function part(before: number, now: number, what: "characters" | (typeof LISTED)[number]): Saying[] {
  if (now >= before) return [];
  if (now === 0) return [{ room: "card", id: `no_${what}`, values: { before } }];
  return [{ room: "card", id: `less_${what}`, values: { before, gone: before - now } }];
}
