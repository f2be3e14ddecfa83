import type * as Y from "yjs";
import { toUtf16 } from "#domain/anchors.ts";
import type { Quote } from "#domain/card.ts";
import { addQuote, setField, setFigure } from "#domain/card-edit.ts";
import { guessClaimant } from "#domain/claimant-guess.ts";
import { guessFigures } from "#domain/figures.ts";
import type { Scale } from "#domain/scales.ts";
import { splitSentences } from "#domain/sentences.ts";

export type FirstContent = {
  statement?: string;
  quote?: Omit<Quote, "id">;
  /** The whole text the quote stands in, for guessing who says it. */
  text?: string;
  language?: string;
  outlet?: string;
};

/**
 * What a new card holds: the words as a first statement, the quote, and guesses that are marked as guesses (who says
 * it) or shown for correction (the figures in the words).
 */
export function firstContent({ newId, scale }: { newId: () => string; scale: Scale | null }, given: FirstContent) {
  return (doc: Y.Doc): void => {
    const { quote, text = "", language = "", outlet = "" } = given;
    doc.getText("statement").insert(0, given.statement ?? quote?.exact ?? "");
    setField(doc, "scaleId", scale?.id ?? "");
    setField(doc, "language", language);
    setField(doc, "outlet", outlet);
    if (!quote) return;
    addQuote(doc, { id: newId(), ...quote });
    for (const figure of guessFigures(quote.exact)) setFigure(doc, { id: newId(), ...figure });
    const guess = guessClaimant(sentenceAround(text, quote));
    if (!guess) return;
    setField(doc, "claimant", guess.claimant);
    setField(doc, "mode", guess.mode);
    setField(doc, "claimantGuessed", true);
  };
}

function sentenceAround(text: string, { start }: { start: number }): string {
  const found = splitSentences(text).find((one) => one.start <= start && start < one.end);
  return found ? text.slice(toUtf16(text, found.start), toUtf16(text, found.end)) : "";
}
