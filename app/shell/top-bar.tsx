import { Link, NavLink } from "@remix-run/react";
import { memo } from "react";
import { FindButton } from "#app/find/find-button.tsx";
import { Bell } from "#app/notifications/bell.tsx";
import { KeysButton } from "#app/shell/keys-button.tsx";
import { MemberMenu } from "#app/shell/member-menu.tsx";
import type { RootFacts, ShellMember } from "#app/shell/use-root.ts";
import { useWords } from "#app/words/speech.tsx";
import { type Action, can } from "#domain/roles.ts";
import type { MessageId } from "#domain/words/say.ts";

const PLACES: readonly (readonly [to: string, words: MessageId<"shell">, action: Action])[] = [
  ["/cases", "place_cases", "case.read"],
  ["/my-work", "place_my_work", "case.read"],
  ["/precedents", "place_precedents", "case.read"],
  ["/numbers", "place_numbers", "case.read"],
  ["/members", "place_members", "member.invite"],
];

/** Product and desk, the places to go, and the member's own menu. */
export const TopBar = memo(function TopBar({ root, member }: { root: RootFacts; member: ShellMember }) {
  const say = useWords("shell");
  return (
    <header className="top-bar">
      <Link className="brand" to="/cases">
        <span className="brand-name">Assay</span>
        <span className="brand-desk" dir="auto">
          {root.desk}
        </span>
      </Link>
      <nav className="places" aria-label={say("main_places")}>
        {PLACES.filter(([, , action]) => can(member, action)).map(([to, words]) => (
          <NavLink key={to} className="place" to={to}>
            {say(words)}
          </NavLink>
        ))}
      </nav>
      <div className="top-bar-end">
        {root.demo && <span className="tag">{say("demo")}</span>}
        <Bell unread={root.unread} seed={root.seed} />
        <FindButton />
        <KeysButton />
        <MemberMenu member={member} theme={root.theme} />
      </div>
    </header>
  );
});
