import type { Db } from "#db/client.ts";
import {
  cardToIndex,
  caseToIndex,
  type Entry,
  forgetStale,
  insertEntry,
  removeEntries,
  staleSubjects,
  TEXT_COLUMNS,
  versionToIndex,
} from "#db/queries/search.ts";
import type { EntryKind } from "#db/schema/search.ts";
import type { Card, Source } from "#domain/card.ts";
import { foldText } from "#domain/fold-text.ts";
import { rationaleText } from "#domain/rationale.ts";
import { passagesOf } from "#server/search/passages.ts";
import { inTransaction } from "#server/services/decide.ts";

const AT_ONCE = 200;
/** Of one field; more is on the card, and is not found. A list of sources may hold twice as much. */
const LONGEST = 20_000;

/**
 * Brings the index up to everything that changed since it was last asked: changes note themselves in their own
 * transaction, so a crash or a copied file loses none. Returns how much is left when `most` were not enough.
 */
export function bringUp(db: Db, most: number): number {
  for (let done = 0; done < most; done += AT_ONCE) {
    const stale = staleSubjects(db, AT_ONCE);
    if (stale.length === 0) return 0;
    inTransaction(db, (tx) => {
      for (const { kind, subjectId } of stale) indexAnew(tx, kind, subjectId);
      forgetStale(
        tx,
        stale.map((one) => one.subjectId),
      );
    });
  }
  return staleSubjects(db, AT_ONCE).length;
}

function indexAnew(tx: Db, kind: EntryKind, subjectId: string): void {
  removeEntries(tx, subjectId);
  for (const entry of READERS[kind](tx, subjectId)) {
    const whole = { ...EMPTY, ...entry, kind, subjectId };
    insertEntry(
      tx,
      whole,
      TEXT_COLUMNS.map((column) => foldText(whole[column])),
    );
  }
}

const EMPTY = {
  language: "",
  ...(Object.fromEntries(TEXT_COLUMNS.map((column) => [column, ""])) as Record<(typeof TEXT_COLUMNS)[number], string>),
};

type Part = Partial<Entry> & { caseId: string };

const READERS: Record<EntryKind, (tx: Db, id: string) => Part[]> = {
  case(tx, id) {
    const found = caseToIndex(tx, id);
    return found ? [found] : [];
  },
  claim(tx, id) {
    const found = cardToIndex(tx, id);
    return found ? [{ caseId: found.caseId, ...cardTexts(found.card) }] : [];
  },
  document(tx, id) {
    const found = versionToIndex(tx, id);
    if (!found) return [];
    const { caseId, title, text, language } = found;
    const [first = "", ...rest] = passagesOf(text);
    return [{ caseId, language, title, passage: first }, ...rest.map((passage) => ({ caseId, language, passage }))];
  },
};

const bounded = (text: string, most = LONGEST) => (text.length > most ? text.slice(0, most) : text);
const lines = (parts: readonly string[]) => parts.filter((one) => one !== "").join("\n");

function cardTexts({ quotes, sources, rationale, ...card }: Card): Partial<Entry> {
  const { claimant, speaker, organisation, outlet } = card;
  return {
    language: card.language,
    statement: bounded(card.statement),
    quote: bounded(lines(quotes.map((one) => one.exact))),
    claimant: bounded(lines([...new Set([claimant, speaker, organisation, outlet])])),
    verdict: bounded(card.verdict),
    source: bounded(lines(sources.map(sourceText)), 2 * LONGEST),
    rationale: bounded(rationaleText(rationale, () => "")),
    gaps: bounded(card.gaps),
  };
}

const sourceText = ({ title, publisher, author, quote, url }: Source) => lines([title, publisher, author, quote, url]);
