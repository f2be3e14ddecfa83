import "#app/ui/menu.css";
import "#app/together/together.css";
import { useRef, useState } from "react";
import type { Presence } from "#app/live/live-message.ts";
import { AvatarStack } from "#app/ui/avatar.tsx";
import { late, useLate } from "#app/ui/late.ts";
import { useWords } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";

type RosterProps = {
  caseNumber: number;
  me: string;
  roster: readonly Presence[];
  mayOpen: (screen: string) => boolean;
};

const code = late(() => import("#app/case/roster-list.tsx"));

/** Who has this case open: where each of them is, the way there, and how much of them this person wants to notice. */
export function Roster({ me, roster, ...rest }: RosterProps) {
  const say = useWords("case");
  const list = useList();
  const found = useLate(code, roster.length > 0);
  const [isWanted, want] = useState(false);
  const hasFocus = useRef(false);
  const people = [...roster].sort((a, b) => Number(b.memberId === me) - Number(a.memberId === me));
  if (people.length === 0) return null;
  const names = list(people.map((one) => (one.memberId === me ? say("you") : one.name)));
  const button = { className: "roster-button", "aria-label": say("on_this_case", { names }) };
  const faces = (
    <span aria-hidden="true">
      <AvatarStack people={people.map((one) => ({ ...one, id: one.memberId }))} />
    </span>
  );
  if (!found)
    return (
      <button
        {...button}
        type="button"
        onClick={() => want(true)}
        onFocus={() => {
          hasFocus.current = true;
        }}
        onBlur={() => {
          hasFocus.current = false;
        }}
      >
        {faces}
      </button>
    );
  const start = { isOpen: isWanted, hasFocus: hasFocus.current };
  return (
    <found.RosterList {...rest} me={me} people={people} names={names} button={button} faces={faces} start={start} />
  );
}
