import type { Card, Source } from "#domain/card.ts";
import type { Figure } from "#domain/figures.ts";
import { isFewerThanNone } from "#domain/people-count.ts";
import { ratingInStatement } from "#domain/rating-in-statement.ts";
import { inlines } from "#domain/rationale.ts";
import { isRatedElsewhere, ratingGiven, type Scale } from "#domain/scales.ts";
import type { MessageId, Saying } from "#domain/words/say.ts";

/** What is wrong with a card, and the part of the card where it is mended. */
export type Flaw = { message: Saying; part: "statement" | "who" | "figures" | "verdict" | "rationale" | "sources" };

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
  return pointedOut([
    [card.statement.trim() === "", "flaw_no_statement", "statement"],
    [isGuessed(card), "flaw_claimant_guessed", "who"],
    [isRatedElsewhere(scale, card), ratedElsewhere(scale), "verdict"],
    [!isRatedElsewhere(scale, card) && !hasVerdict(card, scale), noVerdict(scale), "verdict"],
  ]);
}

/** Why a card cannot be signed off at all; null when it can. */
export function whyNotReviewable(card: Card, scale: Scale | null): Saying | null {
  return flawsOf(card, scale)[0]?.message ?? null;
}

/** What a card can be signed without, though a reader will ask for it. */
export function doubtsOf(card: Card): Flaw[] {
  return pointedOut([
    [!hasSource(card), "doubt_no_source", "sources"],
    [!hasRationale(card), "doubt_no_rationale", "rationale"],
    [lacksAmount(card), "doubt_no_amount", "figures"],
    [lacksUpperEnd(card), "doubt_no_upper_end", "figures"],
    [card.figures.some(isFewerThanNone), "doubt_fewer_than_none", "figures"],
  ]);
}

type Id = MessageId<"claims">;
type Found = [applies: boolean, what: Id | Saying, part: Flaw["part"]];

const pointedOut = (list: readonly Found[]): Flaw[] =>
  list.flatMap(([applies, what, part]) =>
    applies ? [{ message: typeof what === "string" ? { room: "claims", id: what } : what, part }] : [],
  );

const ratedElsewhere = (scale: Scale | null): Id | Saying =>
  scale ? { room: "claims", id: "flaw_rated_elsewhere", values: { scale: scale.name } } : "flaw_rated_without_labels";

const noVerdict = (scale: Scale | null): Id => (scale ? "flaw_no_rating" : "flaw_no_verdict");

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
