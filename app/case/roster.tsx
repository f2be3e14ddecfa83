import "#app/ui/menu.css";
import { Link } from "@remix-run/react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { wherePath, whereWords } from "#app/case/whereabouts.ts";
import type { Presence } from "#app/live/live-message.ts";
import { Avatar, AvatarStack } from "#app/ui/avatar.tsx";

/** Who has this case open; the list says where each of them is and leads there. */
export function Roster({ caseNumber, me, roster }: { caseNumber: number; me: string; roster: readonly Presence[] }) {
  const people = [...roster].sort((a, b) => Number(b.memberId === me) - Number(a.memberId === me));
  if (people.length === 0) return null;
  const names = people.map((one) => (one.memberId === me ? "you" : one.name)).join(", ");
  return (
    <DialogTrigger>
      <Button className="roster-button" aria-label={`On this case: ${names}`}>
        <span aria-hidden="true">
          <AvatarStack people={people.map((one) => ({ ...one, id: one.memberId }))} />
        </span>
      </Button>
      <Popover className="menu-popover roster" placement="bottom end">
        <Dialog className="roster-list" aria-label="Who is on this case">
          {({ close }) => (
            <ul className="roster-people">
              {people.map((one) => (
                <Somebody
                  key={one.memberId}
                  one={one}
                  isMe={one.memberId === me}
                  to={wherePath(caseNumber, one)}
                  close={close}
                />
              ))}
            </ul>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Somebody({ one, isMe, to, close }: { one: Presence; isMe: boolean; to: string | null; close: () => void }) {
  const where = `${whereWords(one)}${one.idle ? ", away" : ""}`;
  return (
    <li className="roster-person" data-idle={one.idle || undefined}>
      <Avatar name={one.name} colour={one.colour} decorative />
      <span className="roster-words">
        <strong>{isMe ? `${one.name} (you)` : one.name}</strong>
        {to && !isMe ? (
          <Link to={to} onClick={close}>
            {where}
          </Link>
        ) : (
          <span className="quiet">{where}</span>
        )}
      </span>
    </li>
  );
}
