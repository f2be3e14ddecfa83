import "#app/board/filters.css";
import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { FilterChips } from "#app/board/filter-chips.tsx";
import { FilterChoices, type FilterChoicesProps } from "#app/board/filter-choices.tsx";
import { FILTER_NAMES } from "#app/board/filters.ts";
import type { Ask } from "#app/board/use-asked.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords, Words } from "#app/words/speech.tsx";

type FilterBarProps = FilterChoicesProps & {
  askFor: Ask;
  found: number;
  all: number;
  /** How many claims colleagues added or moved that are not shown yet. */
  waiting: number;
  showAll: () => void;
  views: ReactNode;
  actions?: ReactNode;
};

/** The filters of the board and the table. They live in the address, so a link shows the same claims to everybody. */
export function FilterBar({
  screen,
  search,
  askFor,
  filters,
  people,
  ratings,
  offered,
  found,
  all,
  waiting,
  showAll,
  views,
  actions,
}: FilterBarProps) {
  const say = useWords("filters");
  const change = (form: HTMLFormElement) =>
    askFor(
      (now) => {
        for (const [name, value] of new FormData(form)) {
          if (value === "") now.delete(name);
          else now.set(name, String(value));
        }
      },
      // What is typed is one step back, however many keys it took.
      { replace: document.activeElement?.matches("[type=search]") === true && filters.text !== "" },
    );
  const kept = screen === "table" ? ["sort", "order", "view"] : ["order", "view"];
  return (
    <div className="filters">
      <Form
        className="filter-form"
        method="get"
        role="search"
        aria-label={say("form")}
        onChange={(event) => change(event.currentTarget)}
        onSubmit={(event) => {
          event.preventDefault();
          change(event.currentTarget);
        }}
      >
        {kept.map((name) => (
          <KeptField key={name} name={name} value={search.get(name)} />
        ))}
        <TextFilter text={filters.text} />
        <FilterChoices
          screen={screen}
          search={search}
          filters={filters}
          people={people}
          ratings={ratings}
          offered={offered}
        />
        <ApplyButton />
      </Form>
      <div className="actions filter-actions">
        {views}
        {actions}
      </div>
      <div className="filter-line">
        <p className="filter-count">
          {found === all ? say("all", { count: all }) : say("some", { found, count: all })}
        </p>
        <FilterChips search={search} filters={filters} people={people} ratings={ratings} />
        <Waiting count={waiting} onShow={showAll} />
      </div>
    </div>
  );
}

function KeptField({ name, value }: { name: string; value: string | null }) {
  return value === null ? null : <input type="hidden" name={name} value={value} />;
}

/** Without scripts the form needs a button; with them every change counts at once, and none takes room until then. */
function ApplyButton() {
  const say = useWords("filters");
  return (
    <noscript>
      <Button type="submit">{say("apply")}</Button>
    </noscript>
  );
}

/** Follows the address when a chip or the back button changes it, but never what is being typed. */
function TextFilter({ text }: { text: string }) {
  const field = useRef<HTMLInputElement>(null);
  const say = useWords("filters");
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = text;
  }, [text]);
  return (
    <label className="filter-text">
      <span className="unseen">{say("text")}</span>
      <Search size={16} aria-hidden="true" />
      <input
        ref={field}
        className="input"
        type="search"
        name={FILTER_NAMES.text}
        defaultValue={text}
        placeholder={say("text_hint")}
        dir="auto"
      />
    </label>
  );
}

const shownKey = (inside: ReactNode) => <kbd className="key">{inside}</kbd>;

/** Colleagues' changes that would move what is under the pointer. Screen readers hear the count, once per change. */
function Waiting({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div className="waiting" role="status">
      {count > 0 && (
        <button type="button" className="button waiting-button" onClick={onShow}>
          <Words room="board" id="waiting" values={{ count, key: shownKey }} />
        </button>
      )}
    </div>
  );
}
