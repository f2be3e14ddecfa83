import { Link, NavLink } from "@remix-run/react";
import { FindButton } from "#app/find/find-button.tsx";
import { Bell } from "#app/notifications/bell.tsx";
import { KeysButton } from "#app/shell/keys-button.tsx";
import { MemberMenu } from "#app/shell/member-menu.tsx";
import type { RootFacts, ShellMember } from "#app/shell/use-root.ts";
import { type Action, can } from "#domain/roles.ts";

const PLACES: readonly (readonly [to: string, words: string, action: Action])[] = [
  ["/cases", "Cases", "case.read"],
  ["/my-work", "My work", "case.read"],
  ["/numbers", "Numbers", "case.read"],
  ["/members", "Members", "member.invite"],
];

/** Product and desk, the places to go, and the member's own menu. */
export function TopBar({ root, member }: { root: RootFacts; member: ShellMember }) {
  return (
    <header className="top-bar">
      <Link className="brand" to="/cases">
        <span className="brand-name">Assay</span>
        <span className="brand-desk" dir="auto">
          {root.desk}
        </span>
      </Link>
      <nav className="places" aria-label="Main">
        {PLACES.filter(([, , action]) => can(member, action)).map(([to, words]) => (
          <NavLink key={to} className="place" to={to}>
            {words}
          </NavLink>
        ))}
      </nav>
      <div className="top-bar-end">
        {root.demo && <span className="tag">Demo</span>}
        <Bell unread={root.unread} seed={root.seed} />
        <FindButton />
        <KeysButton />
        <MemberMenu member={member} theme={root.theme} />
      </div>
    </header>
  );
}
