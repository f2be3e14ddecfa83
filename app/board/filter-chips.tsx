import { Link } from "@remix-run/react";
import { type Filters, ME, NONE, searchWithout, WITHOUT } from "#app/board/filters.ts";
import { useWords } from "#app/words/speech.tsx";
import type { Rating } from "#domain/scales.ts";
import type { Say } from "#domain/words/say.ts";

type Someone = { id: string; name: string };
type Chosen = { filters: Filters; people: readonly Someone[]; ratings: readonly Rating[] };
type ChipsProps = Chosen & { search: URLSearchParams };

/** The filters that are on, each with a way to take it off; they are links, so they work without scripts. */
export function FilterChips({ search, filters, people, ratings }: ChipsProps) {
  const say = useWords("filters");
  const on = (["text", "assignee", "status", "rating", "due", "claimant", "label"] as const).filter(
    (key) => filters[key] !== "",
  );
  if (on.length === 0) return null;
  return (
    <ul className="chips" aria-label={say("on")}>
      {on.map((key) => {
        const words = WORDS[key](say, { filters, people, ratings });
        return (
          <li key={key}>
            <Link
              className="chip"
              to={searchWithout(search, key)}
              preventScrollReset
              aria-label={say("remove", { words })}
            >
              <bdi>{words}</bdi> <span aria-hidden="true">×</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

const WORDS: Record<keyof Filters, (say: Say<"filters">, given: Chosen) => string> = {
  text: (say, { filters }) => say("on_text", { text: filters.text }),
  assignee: (say, { filters: { assignee }, people }) => {
    if (assignee === ME) return say("on_assignee_me");
    if (assignee === NONE) return say("on_assignee_nobody");
    const name = people.find((one) => one.id === assignee)?.name;
    return name ? say("on_assignee", { name }) : say("on_assignee_left");
  },
  status: (say, { filters: { status } }) =>
    say("on_status", { status: status === "" ? "" : { room: "statuses", id: status } }),
  rating: (say, { filters: { rating }, ratings }) => {
    if (rating === NONE) return say("on_verdict_none");
    const label = ratings.find((one) => one.id === rating)?.label;
    return label ? say("on_verdict", { label }) : say("on_verdict_other");
  },
  due: (say, { filters: { due } }) => (due === "" ? "" : say(`on_due_${due}`)),
  claimant: (say, { filters: { claimant } }) =>
    claimant === WITHOUT ? say("on_claimant_none") : say("on_claimant", { name: claimant }),
  label: (say, { filters: { label } }) => (label === WITHOUT ? say("on_label_none") : say("on_label", { label })),
};
