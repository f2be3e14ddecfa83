import type { Db } from "#db/client.ts";
import { dismissalsOf, type quotesIn, sentencesOf } from "#db/queries/documents.ts";
import type { Mark } from "#domain/scales.ts";
import { coverage } from "#domain/sentences.ts";
import type { Status } from "#domain/status.ts";
import type { ClaimRow } from "#server/services/claim-rows.ts";
import { type Person, peopleById, pick } from "#server/services/people-view.ts";
import type { QuotePlaces } from "#server/services/quote-places.ts";

export type SentenceView = {
  ordinal: number;
  start: number;
  end: number;
  state: "claimed" | "dismissed" | "open";
  reason: "not_checkable" | "no_claim" | null;
  by: string | null;
};

export type MarkView = {
  claimId: string;
  claimNumber: number;
  reference: string;
  quoteId: string;
  start: number;
  end: number;
  statement: string;
  claimant: string;
  language: string;
  status: Status;
  mark: Mark;
  ratingLabel: string | null;
};

export type ElsewhereView = {
  claimId: string;
  claimNumber: number;
  reference: string;
  quoteId: string;
  exact: string;
  language: string;
  /** Nobody works on it any more, so it is not confirmed together with others. */
  isDropped: boolean;
  fromVersion: number;
  state: "same" | "moved" | "changed" | "missing";
  start: number | null;
  end: number | null;
};

/** A claim that selected words can be added to, with its quotes in this document. */
export type ClaimChoice = {
  claimId: string;
  reference: string;
  statement: string;
  language: string;
  quotes: { quoteId: string; exact: string; versionNumber: number }[];
};

export type DocumentView = {
  id: string;
  version: {
    id: string;
    number: number;
    title: string;
    text: string;
    sha256: string;
    bytes: number;
    originUrl: string;
    outlet: string;
    publishedOn: string;
    language: string;
    capturedAt: number;
    capturedBy: Person | null;
  };
  versions: { number: number; capturedAt: number; sha256: string }[];
  sentences: SentenceView[];
  coverage: { claimed: number; dismissed: number; open: number };
  marks: MarkView[];
  elsewhere: ElsewhereView[];
  claims: ClaimChoice[];
};

/** A claim's quote in this version, as the article shows it; nothing when the claim is gone. */
export function toMark(row: ClaimRow | undefined, quote: { id: string; start: number; end: number }): MarkView[] {
  if (!row) return [];
  const { id: claimId, number: claimNumber, reference, statement, claimant, language, status, mark, ratingLabel } = row;
  return [
    {
      claimId,
      claimNumber,
      reference,
      quoteId: quote.id,
      start: quote.start,
      end: quote.end,
      statement,
      claimant,
      language,
      status,
      mark,
      ratingLabel,
    },
  ];
}

type Elsewhere = {
  places: QuotePlaces;
  isKept: (quoteId: string, versionId: string) => boolean;
  versionId: string;
  versions: readonly { id: string; number: number }[];
  quotes: ReturnType<typeof quotesIn>;
  rows: Map<string, ClaimRow>;
};

/**
 * Quotes of other versions whose claim has no quote in this one, and that nobody kept on purpose: looked for, shown,
 * never attached by the program.
 */
export function elsewhereViews({ places, isKept, versionId, versions, quotes, rows }: Elsewhere): ElsewhereView[] {
  const settled = new Set(quotes.filter((one) => one.versionId === versionId).map((one) => one.claimId));
  return quotes
    .filter(
      ({ id, ...quote }) => quote.versionId !== versionId && !settled.has(quote.claimId) && !isKept(id, versionId),
    )
    .flatMap((quote) => {
      const row = rows.get(quote.claimId);
      if (!row) return [];
      const found = places.findIn(versionId, quote);
      const place = found.state === "missing" ? { start: null, end: null } : { start: found.start, end: found.end };
      const fromVersion = versions.find((one) => one.id === quote.versionId)?.number ?? 0;
      return [
        {
          claimId: row.id,
          claimNumber: row.number,
          reference: row.reference,
          quoteId: quote.id,
          exact: quote.exact,
          language: row.language,
          isDropped: row.stage === "dropped",
          fromVersion,
          state: found.state,
          ...place,
        },
      ];
    });
}

/** Every claim of the case that is not dropped, by number, wherever its quotes are. */
export function claimChoices({
  versions,
  quotes,
  rows,
}: Pick<Elsewhere, "versions" | "quotes" | "rows">): ClaimChoice[] {
  const numbers = new Map(versions.map((one) => [one.id, one.number]));
  return [...rows.values()]
    .filter((row) => row.stage !== "dropped")
    .map(({ id: claimId, reference, statement, language }) => ({
      claimId,
      reference,
      statement,
      language,
      quotes: quotes
        .filter((one) => one.claimId === claimId)
        .map(({ id, exact, versionId }) => ({ quoteId: id, exact, versionNumber: numbers.get(versionId) ?? 0 })),
    }));
}

/** Each sentence of a version and what became of it, with the counts. */
export function sentenceViews(db: Db, versionId: string, quotes: readonly { start: number; end: number }[]) {
  const spans = sentencesOf(db, versionId);
  const dismissed = new Map(dismissalsOf(db, versionId).map((one) => [one.ordinal, one]));
  const people = peopleById(db);
  const { states, ...counts } = coverage(spans, quotes, new Set(dismissed.keys()));
  const views: SentenceView[] = spans.map(({ ordinal, start, end }, at) => {
    const why = dismissed.get(ordinal);
    return {
      ordinal,
      start,
      end,
      state: states[at] ?? "open",
      reason: why?.reason ?? null,
      by: pick(people, why?.by ?? null)?.name ?? null,
    };
  });
  return { sentences: views, coverage: counts };
}
