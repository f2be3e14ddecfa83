import { caseByNumber } from "#db/queries/cases.ts";
import { claimByNumber } from "#db/queries/claims.ts";
import {
  entriesOf,
  type FoundEntry,
  matchingEntries,
  scannedEntries,
  staleSubjects,
  TEXT_COLUMNS,
  type TextColumn,
} from "#db/queries/search.ts";
import { foldText } from "#domain/fold-text.ts";
import type { Context, Member } from "#server/context.ts";
import { bringUp } from "#server/search/entries.ts";
import {
  isLong,
  namesQuery,
  partsQuery,
  type Query,
  readQuery,
  scanWords,
  type Term,
  wordsQuery,
} from "#server/search/query.ts";
import { beginningOf, type SnippetPart, snippetOf } from "#server/search/snippet.ts";
import { referenceOf } from "#server/services/claim-rows.ts";

/** Something that was found: a case, a claim or a document, and where in it. */
export type Hit = {
  kind: FoundEntry["kind"];
  caseNumber: number;
  caseTitle: string;
  /** Of a claim. */
  claim: { number: number; reference: string; isDropped: boolean; duplicateOf: string | null } | null;
  document: { id: string; versionNumber: number } | null;
  /** The statement or the title as it reads, without marks. */
  name: string;
  language: string;
  field: TextColumn;
  snippet: SnippetPart[];
};

export type Found = { text: string; hits: Hit[]; hasMore: boolean };

/** A claim or case that an address names; the screen asks for those that it kept. */
export type Place = { caseNumber: number; claimNumber: number | null };

const PAGE = 50;
/** So many changes are indexed before a search answers; what comes after an import waits for the next one. */
const BEFORE_A_SEARCH = 600;

/** Finding cases, claims and documents by their words or by their reference. What is not open to somebody is not there. */
export function findService({ db }: Context) {
  return {
    /** Best first; several places in one document are one hit. */
    all(actor: Member, given: string, limit = PAGE): Found {
      const query = readQuery(given);
      keepUp();
      const found = query.text === "" ? [] : oncePerThing(search(query, actor, 4 * limit));
      const hits = found.slice(0, limit).map((one) => toHit(one.entry, one.terms));
      return { text: query.text, hits, hasMore: found.length > limit };
    },

    /** Claims and cases by what people call them: "C-14-3", "14-3", "14"; a number alone is also a claim of the case that is open. */
    named(actor: Member, given: string, openCase: number | null): Hit[] {
      const number = /^\s*c?[\s-]*(\d{1,9})(?:[\s./-]+(\d{1,9}))?\s*$/.exec(foldText(given.slice(0, 40)));
      if (!number) return [];
      const [first, second] = [Number(number[1]), number[2] === undefined ? null : Number(number[2])];
      const inOpenCase = openCase !== null && second === null ? [{ caseNumber: openCase, claimNumber: first }] : [];
      return places(actor, [...inOpenCase, { caseNumber: first, claimNumber: second }]);
    },

    places,
    keepUp,

    /** Indexes everything that is not yet, as after the update that brought the search. */
    catchUp(): void {
      while (bringUp(db, BEFORE_A_SEARCH) > 0);
    },
  };

  /** What stands at these places today, in their order; places that are gone or not open are left out. */
  function places(actor: Member, wanted: readonly Place[]): Hit[] {
    keepUp();
    const ids = [...new Set(wanted.flatMap((one) => idOf(one) ?? []))];
    const entries = entriesOf(db, ids, actor);
    return ids.flatMap((id) => entries.find((one) => one.subjectId === id) ?? []).map((one) => toHit(one, []));
  }

  /** A disk that refuses writes must not stop reading: the search then answers from what it had. */
  function keepUp(): void {
    if (staleSubjects(db, 1).length === 0) return;
    try {
      bringUp(db, BEFORE_A_SEARCH);
    } catch (error) {
      if ((error as { kind?: unknown }).kind !== "read_only") throw error;
    }
  }

  /** By names first, then by words anywhere; parts of words fill up what is left. */
  function search(query: Query, reader: Member, limit: number): FoundBy[] {
    const { terms } = query;
    const wanted = { reader, limit };
    const ways: ["search_words" | "search_parts", string | null][] = [
      ["search_words", terms.length > 0 ? namesQuery(terms) : null],
      ["search_words", terms.length > 0 ? wordsQuery(terms) : null],
      ["search_parts", partsQuery(terms)],
    ];
    const found = new Map<number, FoundEntry>();
    for (const [index, expression] of ways) {
      if (expression === null || found.size >= limit) continue;
      for (const one of matchingEntries(db, index, expression, wanted)) if (!found.has(one.id)) found.set(one.id, one);
    }
    if (found.size > 0 || terms.some((one) => one.words.some(isLong)))
      return lateLast([...found.values()]).map((entry) => ({ entry, terms }));
    return scan(query, wanted);
  }

  function scan(query: Query, wanted: { reader: Member; limit: number }): FoundBy[] {
    const words = scanWords(query);
    const terms = words.map((word) => ({ words: [word], isPrefix: false }));
    return words.length === 0 ? [] : scannedEntries(db, words, wanted).map((entry) => ({ entry, terms }));
  }

  function idOf({ caseNumber, claimNumber }: Place): string | null {
    const parent = caseByNumber(db, caseNumber);
    if (!parent || claimNumber === null) return parent?.id ?? null;
    return claimByNumber(db, parent.id, claimNumber)?.id ?? null;
  }
}

type FoundBy = { entry: FoundEntry; terms: readonly Term[] };

const lateLast = (found: readonly FoundEntry[]) =>
  found.toSorted((a, b) => Number(a.stage === "dropped") - Number(b.stage === "dropped"));

function toHit(entry: FoundEntry, terms: readonly Term[]): Hit {
  const { kind, caseNumber, caseTitle, language, documentId, versionNumber } = entry;
  return {
    ...{ kind, caseNumber, caseTitle, language },
    claim: claimOf(entry),
    document: documentId && versionNumber ? { id: documentId, versionNumber } : null,
    name: { case: caseTitle, claim: entry.statement, document: entry.documentTitle ?? "" }[kind],
    ...whereIn(entry, terms),
  };
}

function claimOf({ caseNumber, claimNumber, stage, duplicateOf }: FoundEntry): Hit["claim"] {
  if (claimNumber === null) return null;
  return {
    number: claimNumber,
    reference: referenceOf(caseNumber, claimNumber),
    isDropped: stage === "dropped",
    duplicateOf: duplicateOf === null ? null : referenceOf(caseNumber, duplicateOf),
  };
}

/** The first text that holds all terms, else the first that holds one. */
function whereIn(entry: FoundEntry, terms: readonly Term[]): Pick<Hit, "field" | "snippet"> {
  const places = terms.length === 0 ? [] : TEXT_COLUMNS.flatMap((field) => placeIn(entry, field, terms));
  const most = Math.max(0, ...places.map((one) => one.count));
  const place = places.find((one) => one.count === most);
  const plain = TEXT_COLUMNS.find((field) => entry[field] !== "") ?? "statement";
  return place
    ? { field: place.field, snippet: place.snippet }
    : { field: plain, snippet: beginningOf(entry[plain].slice(0, 1_000)) };
}

function placeIn(entry: FoundEntry, field: TextColumn, terms: readonly Term[]) {
  const snippet = entry[field] === "" ? null : snippetOf(entry[field], terms);
  if (!snippet) return [];
  const count = new Set(snippet.filter((one) => one.hit).map((one) => foldText(one.text))).size;
  return [{ field, snippet, count }];
}

/** One hit per document: the best, and of equal ones the latest version. */
function oncePerThing<T extends { entry: FoundEntry }>(found: readonly T[]): T[] {
  const seen = new Set<string>();
  return found.filter(({ entry: { documentId } }) => {
    if (documentId === null) return true;
    const isNew = !seen.has(documentId);
    seen.add(documentId);
    return isNew;
  });
}
