import type { Scale } from "#domain/scales.ts";
import type { MessageId, Values } from "#domain/words/say.ts";
import { canCarry, scaleEnds } from "#server/export/review-facts.ts";
import {
  GUIDELINES,
  LONGEST,
  type Part,
  RATING,
  RULE_IDS,
  RULES,
  type RuleId,
  type RuleSource,
} from "#server/lint/rules.ts";

export type LintedClaim = { number: number; reference: string; broken: readonly RuleId[]; scale: Scale | null };

export type Finding = {
  id: MessageId<"lint">;
  values: Values;
  source: RuleSource;
  /** Those that it is about, and the part of their cards where it is mended; none where it is about the whole. */
  claims: { number: number; reference: string; part: Part }[];
};

/** What readers of a claim set's files will stumble over: each kind of problem once, with the claims that have it. */
export function lint(deskUrl: string, claims: readonly LintedClaim[]): Finding[] {
  return [
    ...RULE_IDS.flatMap((id) => ofClaims(id, claims)),
    ...ofScales(claims),
    ...ofPage(claims),
    ...ofDesk(deskUrl),
  ];
}

const LIMITS: Partial<Record<RuleId, number>> = { long_statement: LONGEST.statement, long_label: LONGEST.label };

function ofClaims(id: RuleId, claims: readonly LintedClaim[]): Finding[] {
  const { source, part } = RULES[id];
  const having = claims.filter(({ broken }) => broken.includes(id));
  if (having.length === 0) return [];
  const limit = LIMITS[id];
  const values: Values = limit === undefined ? {} : { limit };
  return [{ id, values, source, claims: having.map(({ number, reference }) => ({ number, reference, part })) }];
}

/** A scale with numbers that ClaimReview cannot carry: its ratings leave as labels only. */
function ofScales(claims: readonly LintedClaim[]): Finding[] {
  const scales = new Map(claims.map(({ scale }) => [scale?.id, scale]));
  return [...scales.values()].flatMap((scale) => {
    const ends = scale && scaleEnds(scale);
    if (!ends || canCarry(ends)) return [];
    return ofTheWhole("scale_ends", RATING, { scale: scale.name, ...ends });
  });
}

const ofPage = ({ length: count }: readonly LintedClaim[]): Finding[] =>
  count > 1 ? ofTheWhole("many_on_a_page", GUIDELINES, { count }) : [];

/** Names and networks that only people in the house reach (RFC 1918, RFC 6761, RFC 6762, RFC 8375). */
const INSIDE =
  /^(localhost|.+\.(localhost|local|internal|home\.arpa)|(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+|\[(::1|f[cd].*|fe80.*)\])$/;

function ofDesk(address: string): Finding[] {
  const host = URL.parse(address)?.hostname ?? "";
  return INSIDE.test(host) ? ofTheWhole("inside_address", GUIDELINES, { address }) : [];
}

const ofTheWhole = (id: Finding["id"], source: RuleSource, values: Values): Finding[] => [
  { id, values, source, claims: [] },
];
