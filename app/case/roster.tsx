import "#app/ui/menu.css";
import "#app/together/together.css";
import { Button, Dialog, DialogTrigger, Popover, Tooltip, TooltipTrigger } from "react-aria-components";
import type { Presence } from "#app/live/live-message.ts";
import { RosterPerson } from "#app/together/roster-person.tsx";
import { TogetherChoices } from "#app/together/together-choices.tsx";
import { AvatarStack } from "#app/ui/avatar.tsx";
import { useWords } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";

type RosterProps = {
  caseNumber: number;
  me: string;
  roster: readonly Presence[];
  mayOpen: (screen: string) => boolean;
};

/** Who has this case open: where each of them is, the way there, and how much of them this person wants to notice. */
export function Roster({ caseNumber, me, roster, mayOpen }: RosterProps) {
  const say = useWords("case");
  const list = useList();
  const people = [...roster].sort((a, b) => Number(b.memberId === me) - Number(a.memberId === me));
  if (people.length === 0) return null;
  const names = list(people.map((one) => (one.memberId === me ? say("you") : one.name)));
  return (
    <DialogTrigger>
      <TooltipTrigger delay={300}>
        <Button className="roster-button" aria-label={say("on_this_case", { names })}>
          <span aria-hidden="true">
            <AvatarStack people={people.map((one) => ({ ...one, id: one.memberId }))} />
          </span>
        </Button>
        <Tooltip className="roster-names" placement="bottom end">
          {names}
        </Tooltip>
      </TooltipTrigger>
      <Popover className="menu-popover roster" placement="bottom end">
        <Dialog className="roster-list" aria-label={say("who_is_here")}>
          {({ close }) => (
            <>
              <ul className="roster-people">
                {people.map((one) => (
                  <RosterPerson
                    key={one.memberId}
                    one={one}
                    me={me}
                    caseNumber={caseNumber}
                    canGo={mayOpen(one.screen)}
                    close={close}
                  />
                ))}
              </ul>
              {people.length === 1 && <p className="meta">{say("nobody_else")}</p>}
              <TogetherChoices me={me} />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
