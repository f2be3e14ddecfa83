import type { Card } from "#domain/card.ts";
import { claimantsOf } from "#domain/claimants.ts";
import { codePointLength } from "#domain/code-points.ts";
import { ratingAfterStatement } from "#domain/rating-in-statement.ts";
import { isoDate } from "#domain/said-when.ts";
import { ratingGiven, type Scale } from "#domain/scales.ts";
import { webAddress } from "#server/export/claim-facts.ts";
import { isShortened } from "#server/lint/shorteners.ts";

/** Whose rule it is, and where it stands. */
export type RuleSource = { name: string; href: string };

const GOOGLE = "https://developers.google.com/search/docs/appearance/structured-data/factcheck";
const CLAIM_REVIEW = { name: "Google, ClaimReview", href: `${GOOGLE}#claim-review` };
const CLAIM = { name: "Google, Claim", href: `${GOOGLE}#claim` };
export const RATING: RuleSource = { name: "Google, Rating", href: `${GOOGLE}#rating` };
export const GUIDELINES: RuleSource = { name: "Google, guidelines", href: `${GOOGLE}#guidelines` };

const MEDIA_REVIEW = { name: "schema.org, MediaReview", href: "https://schema.org/MediaReview" };

/** Characters up to which a statement and a label are shown whole; the second number is our own. */
export const LONGEST = { statement: 75, label: 50 } as const;

/** A claim as the lint looks at it. */
export type Looked = {
  card: Card;
  /** The scale on which it is rated. */
  scale: Scale | null;
  /** The origin addresses, as they were entered, of the document versions that its quotes stand in. */
  origins: readonly string[];
};

export type Part = "statement" | "who" | "when" | "media" | "quotes" | "verdict" | "sources";

type Rule = {
  source: RuleSource;
  /** The part of a card where it is mended. */
  part: Part;
  breaks: (looked: Looked, deskUrl: string) => boolean;
};

/** What may be wrong with one claim, in the order in which it is said. */
export const RULES = {
  label_in_statement: {
    source: CLAIM_REVIEW,
    part: "statement",
    breaks: ({ card, scale }) => ratingAfterStatement(card.statement, scale) !== null,
  },
  no_origin: {
    source: GUIDELINES,
    part: "quotes",
    breaks: ({ origins }) => origins.every((one) => webAddress(one) === null),
  },
  own_origin: {
    source: GUIDELINES,
    part: "quotes",
    breaks: ({ origins }, deskUrl) => origins.some((one) => hostOf(one) !== "" && hostOf(one) === hostOf(deskUrl)),
  },
  no_claimant: { source: CLAIM, part: "who", breaks: ({ card }) => claimantsOf(card.claimant).length === 0 },
  no_date: {
    source: CLAIM,
    part: "when",
    breaks: ({ card }) => isoDate(card.saidWhen, card.saidWhenPrecision) === null,
  },
  media_open: { source: MEDIA_REVIEW, part: "media", breaks: ({ card }) => card.media?.findings.length === 0 },
  short_address: {
    source: GUIDELINES,
    part: "sources",
    breaks: ({ card, origins }) => [...origins, ...addressesOf(card)].some(isShortened),
  },
  long_statement: {
    source: CLAIM_REVIEW,
    part: "statement",
    breaks: ({ card }) => codePointLength(card.statement.trim()) > LONGEST.statement,
  },
  long_label: {
    source: RATING,
    part: "verdict",
    breaks: ({ card, scale }) => codePointLength(labelOf(card, scale)) > LONGEST.label,
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;
export const RULE_IDS = Object.keys(RULES) as RuleId[];

/** The rules that a claim breaks. */
export const brokenRules = (looked: Looked, deskUrl: string): RuleId[] =>
  RULE_IDS.filter((id) => (RULES[id] as Rule).breaks(looked, deskUrl));

/** A protected source leaves in no file, so it cannot trouble anybody there. */
const addressesOf = ({ sources }: Card) => sources.flatMap((one) => (one.protected ? [] : [one.url, one.archivedUrl]));

const labelOf = (card: Card, scale: Scale | null) => ratingGiven(scale, card)?.label ?? card.verdict.trim();

const hostOf = (address: string) => URL.parse(address)?.hostname ?? "";
