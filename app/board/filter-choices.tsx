import { type ReactNode, useId } from "react";
import { DUE_FILTERS } from "#app/board/due-filter.ts";
import { FILTER_NAMES, type Filters, ME, NONE, plain, WITHOUT } from "#app/board/filters.ts";
import { GROUPINGS } from "#app/board/grouping.ts";
import type { Offered } from "#app/board/offered.ts";
import { SORT_KEYS } from "#app/board/sort.ts";
import type { Screen } from "#app/board/use-listed.ts";
import { useWords } from "#app/words/speech.tsx";
import type { Rating } from "#domain/scales.ts";
import { STATUSES } from "#domain/status.ts";

export type FilterChoicesProps = {
  screen: Screen;
  search: URLSearchParams;
  filters: Filters;
  people: readonly { id: string; name: string }[];
  ratings: readonly Rating[];
  offered: Offered;
};

/** What the claims can be narrowed by, and how they are grouped or ordered: a list of choices for each. */
export function FilterChoices({ screen, search, filters, people, ratings, offered }: FilterChoicesProps) {
  const say = useWords("filters");
  const sayStatus = useWords("statuses");
  return (
    <>
      <Choices name="assignee" label={say("assignee")} any={say("any_assignee")} chosen={filters.assignee}>
        <option value={ME}>{say("me")}</option>
        <option value={NONE}>{say("nobody_yet")}</option>
        {people.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Choices>
      <Choices name="status" label={say("status")} any={say("any_status")} chosen={filters.status}>
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {sayStatus(status)}
          </option>
        ))}
      </Choices>
      <Choices name="rating" label={say("verdict")} any={say("any_verdict")} chosen={filters.rating}>
        <option value={NONE}>{say("no_verdict")}</option>
        {ratings.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </Choices>
      <Choices name="due" label={say("due")} any={say("any_due")} chosen={filters.due}>
        {DUE_FILTERS.map((one) => (
          <option key={one} value={one}>
            {say(DUE_WORDS[one])}
          </option>
        ))}
      </Choices>
      <Own name="claimant" chosen={filters.claimant} offered={offered.claimants} />
      {screen === "table" && (
        <Choices name="group" label={say("group")} any={say("no_groups")} chosen={search.get("group") ?? ""}>
          {GROUPINGS.map((one) => (
            <option key={one} value={one}>
              {say(`by_${one}`)}
            </option>
          ))}
        </Choices>
      )}
      {screen === "board" && (
        <Choices name="sort" label={say("order")} any={say("order_due")} chosen={search.get("sort") ?? ""}>
          {SORT_KEYS.filter((one) => one !== "due" && one !== "status").map((one) => (
            <option key={one} value={one}>
              {say(`order_${one}`)}
            </option>
          ))}
        </Choices>
      )}
      {/* It comes with the first label, and last, so that it moves none of the others. */}
      {(offered.labels.length > 0 || filters.label !== "") && (
        <Own name="label" chosen={filters.label} offered={offered.labels} />
      )}
    </>
  );
}

const DUE_WORDS = { overdue: "overdue", today: "due_today", week: "due_week", none: "due_none" } as const;

type OwnProps = { name: "claimant" | "label"; chosen: string; offered: readonly string[] };

/** What people wrote themselves, and what the address names. */
function Own({ name, chosen, offered }: OwnProps) {
  const say = useWords("filters");
  const isOffered = chosen === "" || chosen === WITHOUT;
  const found = offered.find((one) => plain(one) === plain(chosen));
  return (
    <Choices name={name} label={say(name)} any={say(`any_${name}`)} chosen={found ?? chosen}>
      <option value={WITHOUT}>{say(`no_${name}`)}</option>
      {!isOffered && !found && <option value={chosen}>{chosen}</option>}
      {offered.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </Choices>
  );
}

type ChoicesProps = {
  name: keyof Filters | "group" | "sort";
  label: string;
  any: string;
  chosen: string;
  children: ReactNode;
};

function Choices({ name, label, any, chosen, children }: ChoicesProps) {
  // A label around the choices would take their words into its own.
  const id = useId();
  return (
    <span className="filter-choice">
      <label className="unseen" htmlFor={id}>
        {label}
      </label>
      <select
        key={chosen}
        id={id}
        className="input"
        name={name === "group" || name === "sort" ? name : FILTER_NAMES[name]}
        defaultValue={chosen}
        data-on={chosen !== "" || undefined}
      >
        <option value="">{any}</option>
        {children}
      </select>
    </span>
  );
}
