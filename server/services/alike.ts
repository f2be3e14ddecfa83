import { cardOf } from "#db/queries/claims.ts";
import { type FoundEntry, matchingEntries } from "#db/queries/search.ts";
import { foldText, wordsOf } from "#domain/fold-text.ts";
import type { Context, Member } from "#server/context.ts";
import { anyQuery } from "#server/search/query.ts";
import { caseFor } from "#server/services/access.ts";
import { referenceOf } from "#server/services/claim-rows.ts";
import type { findService } from "#server/services/find.ts";

/** A claim that may say the same. */
export type AlikeClaim = {
  claimId: string;
  caseNumber: number;
  caseTitle: string;
  number: number;
  reference: string;
  statement: string;
  language: string;
  isThisCase: boolean;
};

const MOST = 4;
const LONGEST = 2_000;
const MOST_WORDS = 16;
/** Which part of their words two texts share at least, from none (0) to all (1). */
const ENOUGH = 0.5;

/** Claims that say nearly the same, so that nobody checks one statement twice without knowing. */
export function alikeService({ db }: Context, find: ReturnType<typeof findService>) {
  return {
    /** Of this case first; of other cases only those that the actor may open. Dropped claims are nobody's double. */
    claims(actor: Member, caseNumber: number, given: string, { except = null as number | null } = {}): AlikeClaim[] {
      const parent = caseFor(db, actor, caseNumber, "case.read");
      const words = tellingWords(given);
      if (words.length < 2) return [];
      find.keepUp();
      const expression = `{statement quote} : (${anyQuery(words)})`;
      return matchingEntries(db, "search_words", expression, { reader: actor, limit: 30 })
        .filter((one) => one.kind === "claim" && one.stage !== "dropped")
        .filter((one) => one.caseId !== parent.id || one.claimNumber !== except)
        .filter((one) => isAlike(given, one))
        .map((one) => toAlike(one, parent.id))
        .sort((a, b) => Number(b.isThisCase) - Number(a.isThisCase))
        .slice(0, MOST);
    },

    /** The same for a claim that is there: by its statement. */
    toClaim(actor: Member, caseNumber: number, claim: { id: string; number: number }): AlikeClaim[] {
      const statement = cardOf(db, claim.id)?.statement ?? "";
      return this.claims(actor, caseNumber, statement, { except: claim.number }).filter((one) => one.isThisCase);
    },
  };
}

/** The words by which other claims are looked for: the longest ones, and everything with a digit in it. */
function tellingWords(given: string): string[] {
  const words = [...new Set(wordsOf(foldText(given.slice(0, LONGEST))))];
  const weight = (word: string) => (/\p{N}/u.test(word) ? 100 : 0) + word.length;
  return words
    .filter((word) => word.length > 2 || /\p{N}/u.test(word))
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, MOST_WORDS);
}

/** Alike to the statement, or to one of the quotes. */
function isAlike(given: string, { statement, quote }: FoundEntry): boolean {
  const words = new Set(wordsOf(foldText(given.slice(0, LONGEST))));
  return [statement, ...quote.split("\n")].some((text) => shared(words, text.slice(0, LONGEST)) >= ENOUGH);
}

/** How much of their words two texts share: twice what is in both, by what is in each (Dice 1945). */
function shared(words: ReadonlySet<string>, text: string): number {
  const others = new Set(wordsOf(foldText(text)));
  const both = [...words].filter((word) => others.has(word)).length;
  return (2 * both) / Math.max(1, words.size + others.size);
}

function toAlike(entry: FoundEntry, caseId: string): AlikeClaim {
  const { subjectId: claimId, caseNumber, caseTitle, claimNumber, statement, language } = entry;
  const number = claimNumber ?? 0;
  return {
    ...{ claimId, caseNumber, caseTitle, number, statement, language },
    reference: referenceOf(caseNumber, number),
    isThisCase: entry.caseId === caseId,
  };
}
