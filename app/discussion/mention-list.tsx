import { Avatar } from "#app/ui/avatar.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Person } from "#server/services/people-view.ts";

type MentionListProps = {
  id: string;
  people: readonly Person[];
  current: Person | undefined;
  onPick: (person: Person) => void;
};

/** Under the box, which keeps the focus: the mouse must not take it away before the click. */
export function MentionList({ id, people, current, onPick }: MentionListProps) {
  const say = useWords("discussion");
  return (
    <div
      className="mention-list menu-popover"
      id={`${id}-list`}
      role="listbox"
      aria-label={say("people")}
      tabIndex={-1}
    >
      {people.map((one) => (
        <div
          key={one.id}
          id={`${id}-${one.id}`}
          role="option"
          aria-selected={one === current}
          tabIndex={-1}
          className="mention-option"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(one)}
          onKeyDown={() => {}}
        >
          <Avatar name={one.name} colour={one.colour} decorative />
          <bdi>{one.name}</bdi>
          <span className="meta">{say("role", { role: one.role })}</span>
        </div>
      ))}
    </div>
  );
}
