import type { Choice, ChoiceGroup } from "#app/find/choices.ts";
import { hitName, hitNote, Snippet } from "#app/find/snippet.tsx";
import { Option } from "#app/ui/option.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Hit } from "#server/services/find.ts";

type ListProps = {
  id: string;
  groups: readonly ChoiceGroup[];
  current: Choice | null;
  onPick: (choice: Choice) => void;
};

/** The lines of the dialog; the focus stays in the box above, which says which line is meant. */
export function FindList({ id, groups, current, onPick }: ListProps) {
  const say = useWords("find");
  return (
    <div className="find-list" id={id} role="listbox" aria-label={say("lines")} tabIndex={-1}>
      {groups.map((group, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox.
        <div key={group.title} role="group" aria-labelledby={`${id}-group-${at}`}>
          <div className="find-group" id={`${id}-group-${at}`} role="presentation">
            {group.title}
          </div>
          {group.choices.map((choice) => (
            <Option
              key={choice.id}
              id={`${id}-${choice.id}`}
              isCurrent={choice.id === current?.id}
              onPick={() => onPick(choice)}
            >
              {choice.kind === "hit" ? <HitLine hit={choice.hit} /> : <PlainLine choice={choice} />}
            </Option>
          ))}
        </div>
      ))}
    </div>
  );
}

function PlainLine({ choice }: { choice: Exclude<Choice, { kind: "hit" }> }) {
  return (
    <>
      <span className="find-words" dir="auto">
        {choice.words}
      </span>
      {choice.kind === "do" && choice.shown && <kbd className="key">{choice.shown}</kbd>}
    </>
  );
}

/** The name of the thing, and below it the words that were found when they stand somewhere else. */
function HitLine({ hit }: { hit: Hit }) {
  const { name, field, snippet, language, caseTitle, kind } = hit;
  const say = useWords("find");
  const isInName = field === "title" || field === "statement";
  const note = hitNote(say, hit);
  return (
    <>
      <span className="find-ref ref">{hitName(say, hit)}</span>
      <span className="find-hit">
        <span className="find-words" dir="auto" lang={language || undefined}>
          {isInName ? <Snippet parts={snippet} /> : name || say("no_statement")}
        </span>
        {!isInName && (
          <span className="find-where">
            <span className="find-field">{say(`field_${field}`)}</span>{" "}
            <span dir="auto">
              <Snippet parts={snippet} />
            </span>
          </span>
        )}
        {kind !== "case" && (
          <span className="find-case" dir="auto">
            {caseTitle}
          </span>
        )}
        {note && <span className="find-note">{note}</span>}
      </span>
    </>
  );
}
