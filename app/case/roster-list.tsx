import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Popover, Tooltip, TooltipTrigger } from "react-aria-components";
import type { Presence } from "#app/live/live-message.ts";
import { RosterPerson } from "#app/together/roster-person.tsx";
import { TogetherChoices } from "#app/together/together-choices.tsx";
import { InLanguage } from "#app/ui/in-language.tsx";
import { useWords } from "#app/words/speech.tsx";

type ListProps = {
  caseNumber: number;
  me: string;
  people: readonly Presence[];
  names: string;
  button: { className: string; "aria-label": string };
  faces: ReactNode;
  mayOpen: (screen: string) => boolean;
  /** What somebody did to its button before this was here. */
  start: { isOpen: boolean; hasFocus: boolean };
};

/** The names of those who are here, under their button, and the list that it opens. */
export function RosterList({ caseNumber, me, people, names, button, faces, mayOpen, start }: ListProps) {
  const say = useWords("case");
  return (
    <InLanguage>
      <DialogTrigger defaultOpen={start.isOpen}>
        <TooltipTrigger delay={300}>
          <Button {...button} autoFocus={start.hasFocus}>
            {faces}
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
                <TogetherChoices me={me} />
              </>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </InLanguage>
  );
}
