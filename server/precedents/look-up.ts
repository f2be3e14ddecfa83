import type { Db } from "#db/client.ts";
import {
  bestPrecedents,
  type CameBy,
  countMatching,
  matchingAmong,
  type PrecedentIndex,
  precedentsByIds,
} from "#db/queries/precedents.ts";
import { claimantsOf } from "#domain/claimants.ts";
import { foldText } from "#domain/fold-text.ts";
import { amountsIn, joinedParts, type Telling, tellingParts, tellingWords } from "#server/precedents/telling.ts";
import { anyQuery } from "#server/search/query.ts";

/** Why a precedent may be about the same. */
export type Likeness = { words: string[]; sameClaimant: boolean; figures: string[] };
export type Alike = { found: CameBy; likeness: Likeness };

const MOST = 3;
const CANDIDATES = 20;
/** So many precedents are compared: the rarest words say most, and common ones would bring half of the library. */
const COMPARED = 4_000;
/** How much of a statement has to be there: less where it is the same claimant, or the same figure. */
const ENOUGH = { alone: 0.5, helped: 0.3 };

/** The precedents that say nearly the same as a statement, at most three, the most alike first. */
export function lookUp(db: Db, given: { words: string; claimant: string }): Alike[] {
  const found = [
    ...lookIn(db, "precedent_words", tellingWords(given.words), given),
    ...lookIn(db, "precedent_parts", tellingParts(given.words), given),
  ].sort((a, b) => b.score - a.score);
  return [...new Map(found.map((one) => [one.found.precedent.id, one])).values()]
    .slice(0, MOST)
    .map(({ found: one, likeness }) => ({ found: one, likeness }));
}

type Given = { words: string; claimant: string };

function lookIn(
  db: Db,
  index: PrecedentIndex,
  telling: readonly Telling[],
  given: Given,
): (Alike & { score: number })[] {
  if (telling.length < 2) return [];
  const wanted = rarest(db, index, telling);
  if (wanted.length === 0) return [];
  const ids = bestPrecedents(db, index, inTexts(index, anyQuery(wanted.map(({ phrase }) => phrase))), CANDIDATES);
  const same = telling.map((one) => new Set(matchingAmong(db, index, inTexts(index, anyQuery([one.phrase])), ids)));
  return precedentsByIds(db, ids).flatMap((found) => {
    const shared = telling.filter((_, at) => same[at]?.has(found.precedent.id));
    return compared(found, shared, { telling, given, isParts: index === "precedent_parts" }) ?? [];
  });
}

/** Who says it and who checked it are looked at in a search only. */
const inTexts = (index: PrecedentIndex, expression: string) =>
  index === "precedent_words" ? `{title claim} : (${expression})` : expression;

/** The words that fewest precedents have, as many as have few enough together; at least one, if any precedent has it. */
function rarest(db: Db, index: PrecedentIndex, telling: readonly Telling[]): Telling[] {
  const counted = telling
    .map((one) => ({ ...one, count: countMatching(db, index, inTexts(index, anyQuery([one.phrase])), COMPARED) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  let sum = 0;
  return counted.filter(({ count }, at) => {
    sum += count;
    return at === 0 || sum <= COMPARED;
  });
}

type About = { telling: readonly Telling[]; given: Given; isParts: boolean };

function compared(found: CameBy, shared: readonly Telling[], { telling, given, isParts }: About) {
  const { claim, title, claimant } = found.precedent;
  const sameClaimant = isSameClaimant(given.claimant, claimant);
  const theirs = new Set(amountsIn(`${claim} ${title}`));
  const figures = amountsIn(given.words).filter((one) => theirs.has(one));
  const share = shared.length / telling.length;
  const least = sameClaimant || figures.length > 0 ? ENOUGH.helped : ENOUGH.alone;
  if (shared.length < 2 || share < least) return null;
  const words = isParts ? joinedParts(shared.map(({ shown }) => shown)) : shared.map(({ shown }) => shown);
  const score = share + (sameClaimant ? 0.2 : 0) + (figures.length > 0 ? 0.2 : 0);
  return { found, score, likeness: { words: words.slice(0, 8), sameClaimant, figures } };
}

function isSameClaimant(one: string, other: string): boolean {
  const names = new Set(claimantsOf(other).map(foldText));
  return claimantsOf(one).some((name) => names.has(foldText(name)));
}
