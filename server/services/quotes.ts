import type { Db } from "#db/client.ts";
import { cardOf, claimById } from "#db/queries/claims.ts";
import { makeSelector } from "#domain/anchors.ts";
import type { Quote } from "#domain/card.ts";
import { addQuote, removeQuote } from "#domain/card-edit.ts";
import { notFound } from "#domain/errors.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import type { CaseRecord } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";

/** `replaces` is the quote that the new words take the place of, if any; offsets in code points. */
export type NewQuote = { claimId: string; start: number; end: number; replaces: string | null } & Once;

/** Gives a claim of the case these words of a document version, beside its quotes or in the place of one of them. */
export function attachQuote(
  { db, now, newId, rooms }: Context,
  actor: Member,
  parent: CaseRecord,
  version: { id: string; text: string },
  { claimId, start, end, replaces, once }: NewQuote,
): void {
  if (claimById(db, claimId)?.caseId !== parent.id) throw notFound("claim");
  const selector = makeSelector(version.text, start, end);
  const of = ["quote.attach", claimId, version.id, selector.start, selector.end, replaces];
  decideOnce({ db, now }, actor, { once, of }, (tx, at) => {
    const quote = { id: newId(), versionId: version.id, ...selector };
    const old = replaced(tx, claimId, replaces, quote);
    rooms.edit(claimId, actor.id, (doc) => {
      if (old) removeQuote(doc, old.id);
      addQuote(doc, quote);
    });
    const { id: quoteId, versionId, exact } = quote;
    const body = { quoteId, versionId, exact, replaced: old?.exact ?? null };
    record(tx, { type: "claim.quote_added", actorId: actor.id, caseId: parent.id, claimId, body, at });
  });
}

/** The quote that goes, or null when none does. @throws AppError conflict when it is gone, or the words are there. */
function replaced(tx: Db, claimId: string, replaces: string | null, { versionId, start, end }: Quote): Quote | null {
  const quotes = cardOf(tx, claimId)?.card.quotes ?? [];
  if (quotes.some((one) => one.versionId === versionId && one.start === start && one.end === end))
    throw refusal("conflict", "article", "refuse_words_there");
  if (replaces === null) return null;
  const old = quotes.find((one) => one.id === replaces);
  if (old) return old;
  throw refusal("conflict", "article", "refuse_replaced_gone");
}
