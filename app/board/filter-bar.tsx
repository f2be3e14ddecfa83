import "#app/board/filters.css";
import { Form, useSearchParams, useSubmit } from "@remix-run/react";
import { Search } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { FilterChips } from "#app/board/filter-chips.tsx";
import { FILTER_NAMES, type Filters, ME, NONE } from "#app/board/filters.ts";
import { claimWords } from "#app/board/words.ts";
import { Button } from "#app/ui/button.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import type { Rating } from "#domain/scales.ts";
import { STATUS_WORDS, STATUSES } from "#domain/status.ts";

type Someone = { id: string; name: string };
type FilterBarProps = {
  filters: Filters;
  people: readonly Someone[];
  ratings: readonly Rating[];
  found: number;
  all: number;
  actions?: ReactNode;
};

/** The filters of the board and the table. They live in the address, so a link shows the same claims to everybody. */
export function FilterBar({ filters, people, ratings, found, all, actions }: FilterBarProps) {
  const submit = useSubmit();
  const [search] = useSearchParams();
  const kept = ["sort", "order"].flatMap((name) => search.get(name) ?? []).length > 0;
  return (
    <div className="filters">
      <Form
        className="filter-form"
        method="get"
        role="search"
        aria-label="Filter the claims"
        onChange={(event) => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
      >
        {kept && ["sort", "order"].map((name) => <KeptField key={name} name={name} value={search.get(name)} />)}
        <TextFilter text={filters.text} />
        <Choices name="assignee" label="Assignee" any="Any assignee" chosen={filters.assignee}>
          <option value={ME}>Me</option>
          <option value={NONE}>Nobody yet</option>
          {people.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Choices>
        <Choices name="status" label="Status" any="Any status" chosen={filters.status}>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {STATUS_WORDS[status]}
            </option>
          ))}
        </Choices>
        <Choices name="rating" label="Verdict" any="Any verdict" chosen={filters.rating}>
          <option value={NONE}>No verdict</option>
          {ratings.map((one) => (
            <option key={one.id} value={one.id}>
              {one.label}
            </option>
          ))}
        </Choices>
        <ApplyButton />
      </Form>
      <FilterChips filters={filters} people={people} ratings={ratings} />
      <p className="filter-count">{found === all ? claimWords(all) : `${found} of ${claimWords(all)}`}</p>
      {actions && <div className="actions">{actions}</div>}
    </div>
  );
}

function KeptField({ name, value }: { name: string; value: string | null }) {
  return value === null ? null : <input type="hidden" name={name} value={value} />;
}

/** Without scripts the form needs a button; with them every change counts at once. */
function ApplyButton() {
  return useHydrated() ? null : <Button type="submit">Filter</Button>;
}

/** Follows the address when a chip or the back button changes it, but never what is being typed. */
function TextFilter({ text }: { text: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = text;
  }, [text]);
  return (
    <label className="filter-text">
      <span className="unseen">Words in the claim</span>
      <Search size={16} aria-hidden="true" />
      <input
        ref={field}
        className="input"
        type="search"
        name={FILTER_NAMES.text}
        defaultValue={text}
        placeholder="Find words"
        dir="auto"
      />
    </label>
  );
}

type ChoicesProps = { name: keyof Filters; label: string; any: string; chosen: string; children: ReactNode };

function Choices({ name, label, any, chosen, children }: ChoicesProps) {
  return (
    <label className="filter-choice">
      <span className="unseen">{label}</span>
      <select
        key={chosen}
        className="input"
        name={FILTER_NAMES[name]}
        defaultValue={chosen}
        data-on={chosen !== "" || undefined}
      >
        <option value="">{any}</option>
        {children}
      </select>
    </label>
  );
}
