import type { PrecedentRow } from "#db/queries/precedents.ts";
import { isoDate } from "#domain/said-when.ts";
import type { FirstContent } from "#server/services/first-content.ts";

const MOST_APPEARANCES = 5;
const MOST_CITATIONS = 10;
const PRECISION = { 4: "year", 7: "month", 10: "day" } as const;

/**
 * The first content of a claim that others have checked: what it says and who says it, the check as a source, where it was
 * seen, and what the check rests on. Their rating is not taken over.
 */
export function cardFromPrecedent(precedent: PrecedentRow): FirstContent {
  const { claim, claimant, saidWhere, language, title, publisher, author, reviewDate, url, appearances } = precedent;
  const check = {
    title: title || claim,
    publisher,
    author,
    url,
    date: isoDate(reviewDate, "day") ?? "",
    stance: "context" as const,
  };
  const seen = appearances.slice(0, MOST_APPEARANCES).map((address) => ({ title: address, url: address }));
  const cited = precedent.citations
    .filter((one) => !appearances.includes(one.url))
    .slice(0, MOST_CITATIONS)
    .map((one) => ({ title: one.title || one.url, url: one.url }));
  return {
    ...{ statement: claim, language },
    said: { claimant, saidWhere, ...whenSaid(precedent) },
    sources: [check, ...[...seen, ...cited].map((one) => ({ ...one, stance: "context" as const }))],
  };
}

function whenSaid({ claimDate, saidWhen }: PrecedentRow): FirstContent["said"] {
  const date = isoDate(claimDate, "day");
  if (!date) return { saidWhen };
  return { saidWhen: date, saidWhenPrecision: PRECISION[date.length as keyof typeof PRECISION] };
}
