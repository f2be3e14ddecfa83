import type { Db } from "#db/client.ts";
import {
  type Indexed,
  insertPrecedent,
  type NewPrecedent,
  type PrecedentRow,
  precedentByIdentity,
  updatePrecedent,
} from "#db/queries/precedents.ts";
import { sha256Hex } from "#domain/content.ts";
import { foldText } from "#domain/fold-text.ts";
import { CHECK_FIELDS, type Check } from "#server/import/check.ts";
import { unspacedIn } from "#server/precedents/telling.ts";

/** What became of a check: new, a newer version of one that is there, or there already as it is or newer. */
export type Outcome = "added" | "updated" | "known";

/** What would become of a check now. */
export const outcomeOf = (db: Db, check: Check): Outcome => compare(precedentByIdentity(db, identityOf(check)), check);

/** Keeps a check, once for each address and claim. Call inside a transaction. */
export function store(db: Db, importId: string, check: Check): Outcome {
  const identity = identityOf(check);
  const before = precedentByIdentity(db, identity);
  const outcome = compare(before, check);
  const row: NewPrecedent = { ...check, identity, importId };
  if (outcome === "added") insertPrecedent(db, row, textsOf(check));
  if (outcome === "updated" && before) updatePrecedent(db, before.id, row, textsOf(check));
  return outcome;
}

/** The same check says the same claim at the same address, or where it has none by the same publisher. */
export const identityOf = ({ url, publisherUrl, publisher, claim }: Check): string =>
  sha256Hex(JSON.stringify([url || publisherUrl || foldText(publisher), foldText(claim)]));

/** An older version takes nothing from a newer one. */
function compare(before: PrecedentRow | null, check: Check): Outcome {
  if (!before) return "added";
  const says = (one: Check) => JSON.stringify(CHECK_FIELDS.map((field) => one[field]));
  return says(before) === says(check) || check.reviewDate < before.reviewDate ? "known" : "updated";
}

const textsOf = ({ title, claim, claimant, publisher }: Check): Indexed => ({
  ...{ title: foldText(title), claim: foldText(claim), claimant: foldText(claimant), publisher: foldText(publisher) },
  parts: unspacedIn(`${claim} ${title}`),
});
