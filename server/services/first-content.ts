import type * as Y from "yjs";
import type { Card, Quote } from "#domain/card.ts";
import { addQuote, addSource, type SourceValue, setField, setFigure } from "#domain/card-edit.ts";
import { guessClaimant } from "#domain/claimant-guess.ts";
import { guessFigures } from "#domain/figures.ts";
import type { Scale } from "#domain/scales.ts";

export type FirstContent = {
  statement?: string;
  quote?: Omit<Quote, "id">;
  /** The sentence the quote begins in, for guessing who says it. */
  sentence?: string;
  language?: string;
  outlet?: string;
  /** Who said it, when and where, as a check of others has it. */
  said?: Partial<Pick<Card, "claimant" | "saidWhen" | "saidWhenPrecision" | "saidWhere">>;
  sources?: Partial<SourceValue>[];
};

/**
 * What a new card holds: the words as a first statement, the quote, and guesses that are marked as guesses (who says
 * it) or shown for correction (the figures in the words).
 */
export function firstContent({ newId, scale }: { newId: () => string; scale: Scale | null }, given: FirstContent) {
  return (doc: Y.Doc): void => {
    const { quote, sentence = "", language = "", outlet = "" } = given;
    doc.getText("statement").insert(0, given.statement ?? quote?.exact ?? "");
    setField(doc, "scaleId", scale?.id ?? "");
    setField(doc, "language", language);
    setField(doc, "outlet", outlet);
    for (const [key, value] of Object.entries(given.said ?? {})) setField(doc, key as "claimant", value);
    for (const source of given.sources ?? []) addSource(doc, newId(), source);
    if (!quote) return;
    addQuote(doc, { id: newId(), ...quote });
    for (const figure of guessFigures(quote.exact)) setFigure(doc, { id: newId(), ...figure });
    const guess = guessClaimant(sentence, quote.exact);
    if (!guess) return;
    setField(doc, "claimant", guess.claimant);
    setField(doc, "mode", guess.mode);
    setField(doc, "claimantGuessed", true);
  };
}
