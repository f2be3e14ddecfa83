import { Link, useSearchParams } from "@remix-run/react";
import { type Filters, ME, NONE, searchWithout } from "#app/board/filters.ts";
import type { Rating } from "#domain/scales.ts";
import { STATUS_WORDS } from "#domain/status.ts";

type Someone = { id: string; name: string };
type ChipsProps = { filters: Filters; people: readonly Someone[]; ratings: readonly Rating[] };

/** The filters that are on, each with a way to take it off; they are links, so they work without scripts. */
export function FilterChips({ filters, people, ratings }: ChipsProps) {
  const [search] = useSearchParams();
  const words = chipWords(filters, people, ratings);
  const on = (Object.keys(words) as (keyof Filters)[]).filter((key) => filters[key] !== "");
  if (on.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filters that are on">
      {on.map((key) => (
        <li key={key}>
          <Link
            className="chip"
            to={searchWithout(search, key)}
            preventScrollReset
            aria-label={`Remove the filter ${words[key]}`}
          >
            {words[key]} <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function chipWords(
  filters: Filters,
  people: readonly Someone[],
  ratings: readonly Rating[],
): Record<keyof Filters, string> {
  const { assignee, status, rating, text } = filters;
  const person =
    assignee === ME ? "me" : assignee === NONE ? "nobody" : people.find((one) => one.id === assignee)?.name;
  const label = rating === NONE ? "none" : ratings.find((one) => one.id === rating)?.label;
  return {
    text: `Words: ${text}`,
    assignee: `Assignee: ${person ?? "somebody who left"}`,
    status: `Status: ${status === "" ? "" : STATUS_WORDS[status]}`,
    rating: `Verdict: ${label ?? "of another scale"}`,
  };
}
