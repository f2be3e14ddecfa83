import type { Db } from "#db/client.ts";
import {
  type Indexed,
  indexTexts,
  insertPrecedent,
  type PrecedentRow,
  precedentsByIdentities,
  updatePrecedent,
} from "#db/queries/precedents.ts";
import { sha256Hex } from "#domain/content.ts";
import { foldText } from "#domain/fold-text.ts";
import { CHECK_FIELDS, type Check } from "#server/import/check.ts";
import { unspacedIn } from "#server/precedents/telling.ts";

/** What became of a check: new, a newer version of one that is there, or there already as it is or newer. */
export type Outcome = "added" | "updated" | "known";

/** What would become of each check now. */
export function outcomesOf(db: Db, checks: readonly Check[]): Outcome[] {
  const known = new Map<string, Check>(knownOf(db, checks));
  return checks.map((check) => {
    const identity = identityOf(check);
    const outcome = compare(known.get(identity), check);
    if (outcome !== "known") known.set(identity, check);
    return outcome;
  });
}

/** Keeps checks, each once for its address and claim. Call inside a transaction. */
export function storeAll(db: Db, importId: string, checks: readonly Check[]): Outcome[] {
  const known = knownOf(db, checks);
  const texts = new Map<number, Indexed>();
  const outcomes = checks.map((check) => {
    const identity = identityOf(check);
    const before = known.get(identity);
    const outcome = compare(before, check);
    if (outcome === "known") return outcome;
    const row = { ...check, identity, importId };
    const id = before?.id ?? insertPrecedent(db, row);
    if (before) updatePrecedent(db, id, row);
    known.set(identity, { ...row, id });
    texts.set(id, textsOf(id, check));
    return outcome;
  });
  indexTexts(db, [...texts.values()]);
  return outcomes;
}

const knownOf = (db: Db, checks: readonly Check[]): Map<string, PrecedentRow> =>
  new Map(precedentsByIdentities(db, checks.map(identityOf)).map((one) => [one.identity, one]));

/** The same check says the same claim at the same address, or where it has none by the same publisher. */
export const identityOf = ({ url, publisherUrl, publisher, claim }: Check): string =>
  sha256Hex(JSON.stringify([url || publisherUrl || foldText(publisher), foldText(claim)]));

/** An older version takes nothing from a newer one. */
function compare(before: Check | undefined, check: Check): Outcome {
  if (!before) return "added";
  const says = (one: Check) => JSON.stringify(CHECK_FIELDS.map((field) => one[field]));
  return says(before) === says(check) || check.reviewDate < before.reviewDate ? "known" : "updated";
}

const textsOf = (id: number, { title, claim, claimant, publisher }: Check): Indexed => ({
  id,
  ...{ title: foldText(title), claim: foldText(claim), claimant: foldText(claimant), publisher: foldText(publisher) },
  parts: unspacedIn(`${claim} ${title}`),
});
