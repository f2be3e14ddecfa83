import type { Db } from "#db/client.ts";
import { claimById } from "#db/queries/claims.ts";
import {
  deleteDismissal,
  documentById,
  insertDismissal,
  insertDocument,
  insertSentences,
  insertVersion,
  nextVersionNumber,
  quotesIn,
  sentencesOf,
  versionByNumber,
  versionsOf,
} from "#db/queries/documents.ts";
import { makeSelector } from "#domain/anchors.ts";
import { addQuote } from "#domain/card-edit.ts";
import { sha256Hex } from "#domain/content.ts";
import { notFound } from "#domain/errors.ts";
import { LIMITS } from "#domain/limits.ts";
import { splitSentences } from "#domain/sentences.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { Context, Member } from "#server/context.ts";
import { type CaseRecord, caseFor } from "#server/services/access.ts";
import { record } from "#server/services/audit.ts";
import { claimRows } from "#server/services/claim-rows.ts";
import { decideOnce, type Once } from "#server/services/decide.ts";
import {
  claimChoices,
  type DocumentView,
  elsewhereViews,
  sentenceViews,
  toMark,
} from "#server/services/document-view.ts";
import { keepDismissals } from "#server/services/kept-dismissals.ts";
import { keptQuotes } from "#server/services/old-quotes.ts";
import { goodText, type Pasted, tooManySentences } from "#server/services/pasted-text.ts";
import { peopleById, pick } from "#server/services/people-view.ts";
import { quotePlaces } from "#server/services/quote-places.ts";
import { attachQuote, type NewQuote } from "#server/services/quotes.ts";

type Dismissal = {
  versionNumber: number;
  ordinals: readonly number[];
  reason: "not_checkable" | "no_claim" | null;
};

/** Articles under check: immutable versions, their sentences, and what became of each. */
export function documentsService(context: Context, articleBytes: number) {
  const { db, now, newId, rooms, live } = context;
  return {
    add(actor: Member, caseNumber: number, { once, ...given }: Pasted & Once): { documentId: string } {
      const parent = caseFor(db, actor, caseNumber, "document.add");
      const pasted = goodText(given, articleBytes);
      const made = decideOnce({ db, now }, actor, { once, of: ["document.add", parent.id, pasted] }, (tx, at) => {
        const documentId = newId();
        insertDocument(tx, { id: documentId, caseId: parent.id, createdBy: actor.id, createdAt: at });
        const version = insertText(tx, { documentId, number: 1, pasted, actor, at });
        record(tx, {
          type: "document.added",
          actorId: actor.id,
          caseId: parent.id,
          body: { documentId, ...version, title: pasted.title },
          at,
        });
        return { documentId };
      });
      live.publish(parent.id, { type: "document" });
      return made;
    },

    /** A changed text is a new version; the old one stays as it is. @throws AppError conflict when nothing changed. */
    addVersion(
      actor: Member,
      caseNumber: number,
      documentId: string,
      { once, ...given }: Pasted & Once,
    ): { number: number } {
      const parent = documentIn(actor, caseNumber, documentId, "document.add");
      const pasted = goodText(given, articleBytes);
      const made = decideOnce(
        { db, now },
        actor,
        { once, of: ["document.addVersion", documentId, pasted] },
        (tx, at) => {
          const number = nextVersionNumber(tx, documentId);
          const before = versionByNumber(tx, documentId, number - 1);
          if (before?.text === pasted.text) throw refusal("conflict", "article", "refuse_same_text");
          const version = insertText(tx, { documentId, number, pasted, actor, at });
          const dismissed = before ? keepDismissals(tx, before, { id: version.versionId, text: pasted.text }) : 0;
          record(tx, {
            type: "document.version_added",
            actorId: actor.id,
            caseId: parent.id,
            body: { documentId, ...version, title: pasted.title, dismissed },
            at,
          });
          return { number };
        },
      );
      live.publish(parent.id, { type: "document" });
      return made;
    },

    read(actor: Member, caseNumber: number, documentId: string, versionNumber?: number): DocumentView {
      const parent = documentIn(actor, caseNumber, documentId, "case.read");
      const versions = versionsOf(db, documentId);
      const version = versionByNumber(db, documentId, versionNumber ?? versions.at(-1)?.number ?? 0);
      if (!version) throw notFound("document_version");
      const { documentId: _document, capturedBy, ...facts } = version;
      const rows = new Map(claimRows(db, parent).map((row) => [row.id, row]));
      const places = quotePlaces(db, parent.id);
      const isTakenBack = ({ claimId }: { claimId: string }) => rows.get(claimId)?.dropReason === "made_by_mistake";
      const quotes = quotesIn(
        db,
        versions.map((one) => one.id),
      ).filter((quote) => rows.has(quote.claimId) && !isTakenBack(quote) && places.isTrue(quote));
      const here = quotes.filter((quote) => quote.versionId === version.id);
      return {
        id: documentId,
        version: { ...facts, capturedBy: pick(peopleById(db), capturedBy) },
        versions: versions.map(({ number, capturedAt, sha256 }) => ({ number, capturedAt, sha256 })),
        ...sentenceViews(db, version.id, here),
        marks: here
          .flatMap((quote) => toMark(rows.get(quote.claimId), quote))
          .sort((a, b) => a.start - b.start || b.end - a.end),
        elsewhere: elsewhereViews({
          places,
          isKept: keptQuotes(db, parent.id),
          versionId: version.id,
          versions,
          quotes,
          rows,
        }),
        claims: claimChoices({ versions, quotes, rows }),
      };
    },

    /**
     * A person confirms that a claim's words stand in this version too. Unchanged they move here, and the sign-offs stay
     * current; with other words around them they are added, and the old quote stays.
     */
    carry(
      actor: Member,
      caseNumber: number,
      documentId: string,
      { claimId, quoteId, versionNumber, once }: { claimId: string; quoteId: string; versionNumber: number } & Once,
    ): void {
      const parent = documentIn(actor, caseNumber, documentId, "claim.edit");
      const { quote, version } = quoteOf(parent, documentId, { claimId, quoteId, versionNumber });
      const found = quotePlaces(db, parent.id).findIn(version.id, quote);
      if (found.state === "missing") throw refusal("conflict", "article", "refuse_not_found_again");
      const { start, end } = found;
      const isThere = (tx: Db) =>
        quotesIn(tx, [version.id]).some((one) => one.claimId === claimId && one.start === start && one.end === end);
      decideOnce({ db, now }, actor, { once, of: ["document.carry", claimId, quoteId, version.id] }, (tx, at) => {
        if (isThere(tx)) return;
        const selector = makeSelector(version.text, start, end);
        // With the same surroundings it is the same quote to a sign-off, so it moves; otherwise both stand on the card.
        const id = found.state === "changed" ? newId() : quoteId;
        rooms.edit(claimId, actor.id, (doc) => addQuote(doc, { id, versionId: version.id, ...selector }));
        record(tx, {
          type: "claim.quote_carried",
          actorId: actor.id,
          caseId: parent.id,
          claimId,
          body: { quoteId, versionId: version.id, start, end },
          at,
        });
      });
      live.publish(parent.id, { type: "document" });
    },

    /** A person decides that a claim keeps a quote though this version no longer says it. */
    keepQuote(
      actor: Member,
      caseNumber: number,
      documentId: string,
      { once, ...asked }: { claimId: string; quoteId: string; versionNumber: number } & Once,
    ): void {
      const parent = documentIn(actor, caseNumber, documentId, "claim.edit");
      const { quote, version, from } = quoteOf(parent, documentId, asked);
      const { claimId, quoteId } = asked;
      decideOnce({ db, now }, actor, { once, of: ["document.keepQuote", claimId, quoteId, version.id] }, (tx, at) => {
        const body = { quoteId, versionId: version.id, exact: quote.exact, from, number: version.number };
        record(tx, { type: "claim.quote_kept", actorId: actor.id, caseId: parent.id, claimId, body, at });
      });
      live.publish(parent.id, { type: "document" });
    },

    /** A person gives a claim the words that they selected in this version. */
    attach(
      actor: Member,
      caseNumber: number,
      documentId: string,
      { versionNumber, ...quote }: NewQuote & { versionNumber: number },
    ): void {
      const parent = documentIn(actor, caseNumber, documentId, "claim.edit");
      const version = versionByNumber(db, documentId, versionNumber);
      if (!version) throw notFound("document_version");
      attachQuote(context, actor, parent, version, quote);
      live.publish(parent.id, { type: "document" });
    },

    /** Puts "not checkable" or "no claim here" on sentences, or takes it back (`reason` null). */
    dismiss(
      actor: Member,
      caseNumber: number,
      documentId: string,
      { versionNumber, ordinals: given, reason, once }: Dismissal & Once,
    ): void {
      const parent = documentIn(actor, caseNumber, documentId, "sentence.dismiss");
      const version = versionByNumber(db, documentId, versionNumber);
      if (!version) throw notFound("document_version");
      const ordinals = [...new Set(given)];
      const known = new Set(sentencesOf(db, version.id).map((one) => one.ordinal));
      if (ordinals.length === 0 || !ordinals.every((one) => known.has(one))) throw notFound("sentence");
      const of = ["sentence.dismiss", version.id, ordinals, reason];
      decideOnce({ db, now }, actor, { once, of }, (tx, at) => {
        for (const ordinal of ordinals) {
          if (reason) insertDismissal(tx, { versionId: version.id, ordinal, reason, by: actor.id, at });
          else deleteDismissal(tx, version.id, ordinal);
        }
        const type = reason ? "sentence.dismissed" : "sentence.reopened";
        record(tx, {
          type,
          actorId: actor.id,
          caseId: parent.id,
          body: { versionId: version.id, ordinals, reason },
          at,
        });
      });
      live.publish(parent.id, { type: "document" });
    },
  };

  /** A true quote of a claim of this case in this document, and the version that it is compared with. */
  function quoteOf(
    parent: CaseRecord,
    documentId: string,
    { claimId, quoteId, versionNumber }: { claimId: string; quoteId: string; versionNumber: number },
  ) {
    const version = versionByNumber(db, documentId, versionNumber);
    const versions = versionsOf(db, documentId);
    const quote = quotesIn(
      db,
      versions.map((one) => one.id),
    ).find((one) => one.claimId === claimId && one.id === quoteId);
    // A card can name any document, so the claim has to be one of this case as well.
    const isOurs = claimById(db, claimId)?.caseId === parent.id;
    if (!version || !quote || !isOurs || !quotePlaces(db, parent.id).isTrue(quote)) throw notFound("quote");
    return { quote, version, from: versions.find((one) => one.id === quote.versionId)?.number ?? 0 };
  }

  function documentIn(
    actor: Member,
    caseNumber: number,
    documentId: string,
    action: Parameters<typeof caseFor>[3],
  ): CaseRecord {
    const parent = caseFor(db, actor, caseNumber, action);
    if (documentById(db, documentId)?.caseId !== parent.id) throw notFound("document");
    return parent;
  }

  function insertText(
    tx: Db,
    {
      documentId,
      number,
      pasted,
      actor,
      at,
    }: { documentId: string; number: number; pasted: Pasted; actor: Member; at: number },
  ) {
    const id = newId();
    const sha256 = sha256Hex(pasted.text);
    insertVersion(tx, {
      id,
      documentId,
      number,
      ...pasted,
      sha256,
      bytes: Buffer.byteLength(pasted.text),
      capturedBy: actor.id,
      capturedAt: at,
    });
    const sentences = splitSentences(pasted.text, pasted.language || undefined);
    if (sentences.length > LIMITS.sentences) throw tooManySentences();
    insertSentences(tx, id, sentences);
    return { versionId: id, number, sha256 };
  }
}
