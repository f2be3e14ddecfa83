import { Avatar } from "#app/ui/avatar.tsx";
import { Option } from "#app/ui/option.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Person } from "#server/services/people-view.ts";

type MentionListProps = {
  id: string;
  people: readonly Person[];
  current: Person | undefined;
  onPick: (person: Person) => void;
};

/** Under the box, which keeps the focus. */
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
        <Option key={one.id} id={`${id}-${one.id}`} isCurrent={one === current} onPick={() => onPick(one)}>
          <Avatar name={one.name} colour={one.colour} decorative />
          <bdi>{one.name}</bdi>
          <span className="meta">{say("role", { role: one.role })}</span>
        </Option>
      ))}
    </div>
  );
}
