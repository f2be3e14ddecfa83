import { AGES, type Days, type WAITING } from "#domain/numbers.ts";
import { isVerified } from "#domain/status.ts";
import type { Numbers } from "#server/services/numbers.ts";

/** The sentences of the numbers: each says what its chart shows, so that nobody has to read it off. */

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
export const claimCount = (number: number) => count(number, "claim", "claims");
const reviewCount = (number: number) => count(number, "review", "reviews");
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

export const rangeWords = (days: Days) =>
  days === null ? "Since the beginning" : `In the last ${count(days, "day", "days")}`;
export const rangeName = (days: Days) => (days === null ? "All" : count(days, "day", "days"));

const MINUTE = 60_000;
const UNITS = [
  [24 * 60 * MINUTE, "day", "days"],
  [60 * MINUTE, "hour", "hours"],
  [MINUTE, "minute", "minutes"],
] as const;

/** "12 minutes", "5 hours", "2.5 days": two digits at most, in the largest unit that holds one. */
export function durationWords(span: number): string {
  for (const [size, one, many] of UNITS) {
    if (span < size && size !== MINUTE) continue;
    const number = span / size;
    const rounded = number < 10 ? Math.round(number * 2) / 2 : Math.round(number);
    return rounded < 1 ? "less than a minute" : `${rounded} ${rounded === 1 ? one : many}`;
  }
  return "";
}

/** Null where there is nothing to draw. */
export function ageingFinding({ ageing }: Numbers): string | null {
  const byAge = AGES.map((_, at) => sum(ageing.map((row) => row.counts[at] ?? 0)));
  const [, , late = 0, latest = 0] = byAge;
  const all = sum(byAge);
  if (all === 0) return null;
  if (latest === 1) return `1 of ${claimCount(all)} that wait has stood still for more than 7 days`;
  if (latest > 0)
    return `${latest.toLocaleString("en")} of ${claimCount(all)} that wait have stood still for more than 7 days`;
  if (late > 0) return `No claim has stood still for more than 7 days, but ${claimCount(late)} for more than 3`;
  return `No claim has stood still for more than 3 days (${claimCount(all)} in the queue)`;
}

export function loadFinding({ load }: Numbers): string | null {
  const claims = sum(load.map((row) => (row.person ? row.claims : 0)));
  const reviews = sum(load.map((row) => row.reviews));
  const left = load.find((row) => row.person === null)?.claims ?? 0;
  if (claims + reviews + left === 0) return null;
  const given = `${count(claims, "open claim", "open claims")} and ${reviewCount(reviews)} are with somebody`;
  return left === 0 ? given : `${given}, ${claimCount(left)} with nobody`;
}

export function coverageFinding({ coverage: { claimed, dismissed, open } }: Numbers): string | null {
  const all = claimed + dismissed + open;
  if (all === 0) return null;
  const sentences = count(all, "sentence", "sentences");
  if (open === 0) return `Every one of ${sentences} is claimed or dismissed`;
  return `${(all - open).toLocaleString("en")} of ${sentences} are claimed or dismissed, ${open.toLocaleString("en")} still open`;
}

export function statusFinding({ statuses }: Numbers): string | null {
  const all = sum(statuses.map((row) => row.claims));
  if (all === 0) return null;
  const verified = sum(statuses.filter((row) => isVerified(row.status)).map((row) => row.claims));
  if (verified === 1) return `1 of ${claimCount(all)} is signed off or released`;
  return `${verified.toLocaleString("en")} of ${claimCount(all)} are signed off or released`;
}

export function verdictFinding({ verdicts }: Numbers): string | null {
  const all = sum(verdicts.map((row) => row.signed + row.proposed));
  if (all === 0) return null;
  const given = verdicts.filter((row) => row.mark !== "none");
  const rated = sum(given.map((row) => row.signed + row.proposed));
  const signed = sum(given.map((row) => row.signed));
  if (rated === 0) return `None of ${claimCount(all)} has a verdict yet`;
  const [some, firm] = [rated, signed].map((one) => one.toLocaleString("en"));
  if (rated === 1)
    return `1 of ${claimCount(all)} has a verdict, ${signed === 1 ? "signed off" : "not signed off yet"}`;
  return `${some} of ${claimCount(all)} have a verdict, ${firm} of them signed off`;
}

export function timesFinding({ times }: Numbers): string | null {
  if (!times) return null;
  const [half, most] = [durationWords(times.median), durationWords(times.ninetieth)];
  if (times.count === 1) return `The one claim that was signed off took ${half}`;
  return `Half of ${claimCount(times.count)} were signed off within ${half}, nine in ten within ${most}`;
}

/** How many wait in each status and for how long, for those who do not see the chart. */
export function ageingDescription(
  { ageing }: Numbers,
  statusWord: (status: (typeof WAITING)[number]) => string,
): string {
  return ageing
    .map(
      ({ status, counts }) =>
        `${statusWord(status)}: ${AGES.map(({ words }, at) => `${words} ${counts[at]}`).join(", ")}`,
    )
    .join(". ");
}

/** What is with one person, beside their name. */
export function loadSays(claims: number, reviews: number): string {
  if (claims + reviews === 0) return "nothing";
  if (reviews === 0) return claimCount(claims);
  return claims === 0 ? reviewCount(reviews) : `${claimCount(claims)}, ${reviewCount(reviews)}`;
}

/** How many claims carry a label, and how many of them only as a proposal. */
export function verdictSays(signed: number, proposed: number): string {
  const all = (signed + proposed).toLocaleString("en");
  if (proposed === 0) return `${all} signed off`;
  return signed === 0 ? `${all} proposed` : `${all}, of them ${signed.toLocaleString("en")} signed off`;
}
