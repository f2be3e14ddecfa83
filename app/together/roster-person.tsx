import { Link } from "@remix-run/react";
import { placePath, useWhereWords } from "#app/case/whereabouts.ts";
import type { Presence } from "#app/live/live-message.ts";
import { follow } from "#app/together/follow.ts";
import { jumpTo } from "#app/together/seek.ts";
import { spotSelector } from "#app/together/spot.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button } from "#app/ui/button.tsx";
import { useWords, Words } from "#app/words/speech.tsx";

type PersonProps = { one: Presence; me: string; caseNumber: number; canGo: boolean; close: () => void };

/** One person on the case: where they are, a way there, and following them. */
export function RosterPerson({ one, me, caseNumber, canGo, close }: PersonProps) {
  const whereWords = useWhereWords();
  const say = useWords("together");
  const name = <bdi>{one.name}</bdi>;
  const isMe = one.memberId === me;
  const path = !isMe && canGo ? placePath(caseNumber, one) : null;
  const where = one.idle ? say("away", { where: whereWords(one) }) : whereWords(one);
  const jump = () => {
    close();
    const { field } = one;
    // The list gives the focus back to its button in the frame after it has closed.
    if (field) requestAnimationFrame(() => requestAnimationFrame(() => jumpTo(spotSelector(field))));
  };
  return (
    <li className="roster-person" data-idle={one.idle || undefined}>
      <Avatar name={one.name} colour={one.colour} decorative />
      <span className="roster-words">
        <strong>{isMe ? <Words room="together" id="you" values={{ name }} /> : name}</strong>
        {path ? (
          <Link to={path} onClick={jump}>
            {where}
          </Link>
        ) : (
          <span className="quiet">{where}</span>
        )}
        {one.following === me && <span className="quiet">{say("follows_you")}</span>}
      </span>
      {path && (
        <Button
          kind="plain"
          aria-label={say("follow_person", { name: one.name })}
          onClick={() => {
            follow({ memberId: one.memberId, name: one.name });
            close();
          }}
        >
          {say("follow")}
        </Button>
      )}
    </li>
  );
}
