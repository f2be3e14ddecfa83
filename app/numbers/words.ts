import { AGES, type Days } from "#domain/numbers.ts";
import { isVerified, type Status } from "#domain/status.ts";
import type { MessageId, Say } from "#domain/words/say.ts";
import type { Numbers } from "#server/services/numbers.ts";

/** The sentences of the numbers: each says what its chart shows, so that nobody has to read it off. */
export type SayNumbers = Say<"numbers">;

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

export const rangeWords = (say: SayNumbers, days: Days) =>
  days === null ? say("since_beginning") : say("in_last_days", { count: days });
export const rangeName = (say: SayNumbers, days: Days) =>
  days === null ? say("range_all") : say("range_days", { count: days });

export const statusWord = (say: SayNumbers, status: Status) => say("status_word", { status });

export const AGE_IDS: Record<(typeof AGES)[number]["id"], MessageId<"numbers">> = {
  "0-1": "age_0_1",
  "1-3": "age_1_3",
  "3-7": "age_3_7",
  "over-7": "age_over_7",
};

const MINUTE = 60_000;
const UNITS = [
  [24 * 60 * MINUTE, "days"],
  [60 * MINUTE, "hours"],
  [MINUTE, "minutes"],
] as const;

/** "12 minutes", "5 hours", "2.5 days": two digits at most, in the largest unit that holds one. */
export function durationWords(say: SayNumbers, span: number): string {
  for (const [size, unit] of UNITS) {
    if (span < size && size !== MINUTE) continue;
    const number = span / size;
    const count = number < 10 ? Math.round(number * 2) / 2 : Math.round(number);
    return count < 1 ? say("under_minute") : say(unit, { count });
  }
  return "";
}

/** Null where there is nothing to draw. */
export function ageingFinding(say: SayNumbers, { ageing }: Numbers): string | null {
  const byAge = AGES.map((_, at) => sum(ageing.map((row) => row.counts[at] ?? 0)));
  const [, , late = 0, latest = 0] = byAge;
  const all = sum(byAge);
  if (all === 0) return null;
  if (latest > 0) return say("ageing_late", { late: latest, count: all });
  return late > 0 ? say("ageing_some", { count: late }) : say("ageing_none", { count: all });
}

export function loadFinding(say: SayNumbers, { load }: Numbers): string | null {
  const claims = sum(load.map((row) => (row.person ? row.claims : 0)));
  const reviews = sum(load.map((row) => row.reviews));
  const left = load.find((row) => row.person === null)?.claims ?? 0;
  if (claims + reviews + left === 0) return null;
  return left === 0 ? say("load_given", { claims, reviews }) : say("load_left", { claims, reviews, left });
}

export function coverageFinding(say: SayNumbers, { coverage: { claimed, dismissed, open } }: Numbers): string | null {
  const count = claimed + dismissed + open;
  if (count === 0) return null;
  if (open === 0) return say("coverage_all", { count });
  return say("coverage_some", { done: count - open, count, open });
}

export function statusFinding(say: SayNumbers, { statuses }: Numbers): string | null {
  const count = sum(statuses.map((row) => row.claims));
  if (count === 0) return null;
  const verified = sum(statuses.filter((row) => isVerified(row.status)).map((row) => row.claims));
  return say("statuses_verified", { verified, count });
}

export function verdictFinding(say: SayNumbers, { verdicts }: Numbers): string | null {
  const count = sum(verdicts.map((row) => row.signed + row.proposed));
  if (count === 0) return null;
  const given = verdicts.filter((row) => row.mark !== "none");
  const rated = sum(given.map((row) => row.signed + row.proposed));
  const signed = sum(given.map((row) => row.signed));
  if (rated === 0) return say("verdicts_none", { count });
  if (rated === 1) return say(signed === 1 ? "verdicts_one_signed" : "verdicts_one_proposed", { count });
  return say("verdicts_some", { rated, count, signed });
}

export function timesFinding(say: SayNumbers, { times }: Numbers): string | null {
  if (!times) return null;
  const [half, most] = [durationWords(say, times.median), durationWords(say, times.ninetieth)];
  return times.count === 1 ? say("times_one", { half }) : say("times_some", { count: times.count, half, most });
}

/** How many wait in a status and for how long, each age for itself, for those who do not see the chart. */
export const agesSaid = (say: SayNumbers, counts: readonly number[]): string[] =>
  AGES.map(({ id }, at) => say("age_says", { age: say(AGE_IDS[id]), count: counts[at] ?? 0 }));

/** What is with one person, beside their name. */
export function loadSays(say: SayNumbers, claims: number, reviews: number): string {
  if (claims + reviews === 0) return say("nothing");
  if (reviews === 0) return say("claims", { count: claims });
  return claims === 0 ? say("reviews", { count: reviews }) : say("claims_and_reviews", { claims, reviews });
}

/** How many claims carry a label, and how many of them only as a proposal. */
export function verdictSays(say: SayNumbers, signed: number, proposed: number): string {
  const count = signed + proposed;
  if (proposed === 0) return say("all_signed", { count });
  return signed === 0 ? say("all_proposed", { count }) : say("some_signed", { count, signed });
}
