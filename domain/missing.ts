import type { Card } from "#domain/card.ts";
import { ratingInStatement } from "#domain/rating-in-statement.ts";
import { inlines } from "#domain/rationale.ts";
import { ratingGiven, type Scale } from "#domain/scales.ts";

/** What a reader would ask for before believing this card, in plain words; empty when nothing is. */
export function missingParts(card: Card, scale: Scale | null): string[] {
  const parts: [boolean, string][] = [
    [card.statement.trim() === "", "a statement"],
    [ratingInStatement(card.statement, scale) !== null, "a statement without its rating"],
    [card.claimant.trim() === "", "a claimant"],
    [card.claimant.trim() !== "" && card.claimantGuessed, "a confirmed claimant"],
    [card.sources.length === 0, "a source"],
    [!hasVerdict(card, scale), scale ? "a rating" : "a verdict sentence"],
    [!inlines(card.rationale).some((one) => one.type === "text" && one.text.trim() !== ""), "a rationale"],
  ];
  return parts.filter(([isMissing]) => isMissing).map(([, words]) => words);
}

/** Why a card cannot be signed off at all, as a sentence; null when it can. The rest of what is missing is advice. */
export function whyNotReviewable(card: Card, scale: Scale | null): string | null {
  if (card.statement.trim() === "") return "There is no statement to sign off. Write what is being checked.";
  if (!hasVerdict(card, scale))
    return scale
      ? "There is no verdict yet. Choose a rating or write the verdict sentence."
      : "There is no verdict yet. Write the verdict sentence.";
  return null;
}

/** A rating is optional everywhere: a verdict sentence alone is a verdict too. */
function hasVerdict(card: Card, scale: Scale | null): boolean {
  return card.verdict.trim() !== "" || ratingGiven(scale, card) !== null;
}
