import type { Db } from "#db/client.ts";
import { eventsOfCaseByType } from "#db/queries/decisions.ts";
import { quotesIn, versionsOfCase } from "#db/queries/documents.ts";
import { groupBy } from "#server/services/claim-rows.ts";
import { quotePlaces } from "#server/services/quote-places.ts";

/** A quote of an earlier version whose words, or what stands around them, are others in the latest one. */
export type OldQuote = {
  claimId: string;
  quoteId: string;
  documentId: string;
  title: string;
  from: number;
  latest: number;
  state: "missing" | "changed";
};

/** The true quotes of a case, or only of the claims with these ids, that the latest version of their document no longer bears out, until somebody decides. */
export function oldQuotes(db: Db, caseId: string, only?: readonly string[]): OldQuote[] {
  const places = quotePlaces(db, caseId);
  const isKept = keptQuotes(db, caseId);
  return [...groupBy(versionsOfCase(db, caseId), (one) => one.documentId).values()].flatMap((versions) => {
    const latest = versions.at(-1);
    if (!latest || versions.length < 2) return [];
    const quotes = quotesIn(
      db,
      versions.map((one) => one.id),
      only,
    );
    const here = new Set(quotes.filter((one) => one.versionId === latest.id).map(claimAndWords));
    const old = quotes.filter((one) => one.versionId !== latest.id && !here.has(claimAndWords(one)));
    return old.flatMap((quote) => {
      if (isKept(quote.id, latest.id) || !places.isTrue(quote)) return [];
      const { state } = places.findIn(latest.id, quote);
      if (state !== "missing" && state !== "changed") return [];
      const from = versions.find((one) => one.id === quote.versionId)?.number ?? 0;
      const { documentId, title, number } = latest;
      return [{ claimId: quote.claimId, quoteId: quote.id, documentId, title, from, latest: number, state }];
    });
  });
}

const claimAndWords = ({ claimId, exact }: { claimId: string; exact: string }) => `${claimId} ${exact}`;
const keptName = (quoteId: unknown, versionId: unknown) => `${quoteId} ${versionId}`;

/** Whether somebody kept a quote on purpose though this version says something else. */
export function keptQuotes(db: Db, caseId: string): (quoteId: string, versionId: string) => boolean {
  const events = eventsOfCaseByType(db, caseId, "claim.quote_kept");
  const kept = new Set(events.map(({ body }) => keptName(body.quoteId, body.versionId)));
  return (quoteId, versionId) => kept.has(keptName(quoteId, versionId));
}
