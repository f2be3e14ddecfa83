import type { Card, Source } from "#domain/card.ts";
import type { Figure } from "#domain/figures.ts";
import { isFewerThanNone } from "#domain/people-count.ts";
import { ratingInStatement } from "#domain/rating-in-statement.ts";
import { inlines } from "#domain/rationale.ts";
import { isRatedElsewhere, ratingGiven, type Scale } from "#domain/scales.ts";

/** What is wrong with a card, as a sentence, and the part of the card where it is mended. */
export type Flaw = { message: string; part: "statement" | "who" | "figures" | "verdict" | "rationale" | "sources" };

/** What a card still needs, where on it that is given (as presence names places), and whether it keeps it from a sign-off. */
export type Missing = { what: MissingWhat; place: string; blocks: boolean };
export type MissingWhat =
  | "statement"
  | "statement_without_rating"
  | "claimant"
  | "confirmed_claimant"
  | "amount"
  | "upper_end"
  | "source"
  | "rating_of_case"
  | "no_rating"
  | "rating"
  | "verdict"
  | "rationale";

/** What a reader would ask for before believing this card; empty when nothing is. What `flawsOf` names blocks. */
export function missingParts(card: Card, scale: Scale | null): Missing[] {
  const { statement, claimant, figures, sources } = card;
  const elsewhere = isRatedElsewhere(scale, card);
  const parts: [boolean, MissingWhat, string, boolean][] = [
    [statement.trim() === "", "statement", "statement", true],
    [ratingInStatement(statement, scale) !== null, "statement_without_rating", "statement", false],
    [claimant.trim() === "", "claimant", "fields/claimant", false],
    [isGuessed(card), "confirmed_claimant", "fields/claimantGuessed", true],
    [lacksAmount(card), "amount", `figures/${figures.find(hasNoAmount)?.id}/value`, false],
    [lacksUpperEnd(card), "upper_end", `figures/${figures.find(hasNoUpperEnd)?.id}/upper`, false],
    [!hasSource(card), "source", sources[0] ? `sources/${sources[0].id}` : "sources", false],
    [elsewhere, scale ? "rating_of_case" : "no_rating", "fields/ratingId", true],
    [!elsewhere && !hasVerdict(card, scale), ...(scale ? RATING : VERDICT)],
    [!hasRationale(card), "rationale", "rationale", false],
  ];
  return parts.flatMap(([isMissing, what, place, blocks]) => (isMissing ? [{ what, place, blocks }] : []));
}

const RATING = ["rating", "fields/ratingId", true] as const;
const VERDICT = ["verdict", "verdict", true] as const;

/** What keeps a card from being signed off and released at all. */
export function flawsOf(card: Card, scale: Scale | null): Flaw[] {
  const flaws: [boolean, string, Flaw["part"]][] = [
    [card.statement.trim() === "", "There is no statement to sign off. Write what is being checked.", "statement"],
    [isGuessed(card), "Nobody has confirmed who says it. Confirm the claimant, or write the right one.", "who"],
    [isRatedElsewhere(scale, card), ratedElsewhere(scale), "verdict"],
    [!isRatedElsewhere(scale, card) && !hasVerdict(card, scale), noVerdict(scale), "verdict"],
  ];
  return pointedOut(flaws);
}

/** Why a card cannot be signed off at all, as a sentence; null when it can. */
export function whyNotReviewable(card: Card, scale: Scale | null): string | null {
  return flawsOf(card, scale)[0]?.message ?? null;
}

/** What a card can be signed without, though a reader will ask for it. */
export function doubtsOf(card: Card): Flaw[] {
  return pointedOut([
    [!hasSource(card), "It has no source.", "sources"],
    [!hasRationale(card), "It has no rationale.", "rationale"],
    [lacksAmount(card), "One of its figures has no amount.", "figures"],
    [lacksUpperEnd(card), "One of its figures is “between” and has no upper end.", "figures"],
    [card.figures.some(isFewerThanNone), "One of its figures counts fewer people than none.", "figures"],
  ]);
}

const pointedOut = (list: readonly [boolean, string, Flaw["part"]][]): Flaw[] =>
  list.filter(([applies]) => applies).map(([, message, part]) => ({ message, part }));

const ratedElsewhere = (scale: Scale | null) =>
  scale
    ? `Its rating was given on another scale. Choose one on “${scale.name}”.`
    : "It still carries a rating, and this case uses no labels. Choose “No rating” and write the verdict sentence.";

const noVerdict = (scale: Scale | null) =>
  `There is no verdict yet. ${scale ? "Choose a rating or write" : "Write"} the verdict sentence.`;

const isGuessed = ({ claimant, claimantGuessed }: Card) => claimantGuessed && claimant.trim() !== "";
const hasNoAmount = ({ value }: Figure) => value.trim() === "";
const hasNoUpperEnd = ({ qualifier, upper }: Figure) => qualifier === "between" && !upper.trim();
const lacksAmount = ({ figures }: Card) => figures.some(hasNoAmount);
const lacksUpperEnd = ({ figures }: Card) => figures.some(hasNoUpperEnd);
const hasSource = ({ sources }: Card) => sources.some(saysSomething);
const saysSomething = ({ url, title, quote }: Source) => [url, title, quote].some((words) => words.trim() !== "");
const hasRationale = ({ rationale }: Card) =>
  inlines(rationale).some((one) => one.type === "text" && one.text.trim() !== "");

/** A rating is optional everywhere: a verdict sentence alone is a verdict too. */
function hasVerdict(card: Card, scale: Scale | null): boolean {
  return card.verdict.trim() !== "" || ratingGiven(scale, card) !== null;
}
