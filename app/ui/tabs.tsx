import "#app/ui/tabs.css";
import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";

/** Links between the screens of one thing, set as tabs. They are links: each has an address and opens in a new tab. */
export function Tabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { to: string; words: ReactNode; end?: boolean }[];
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ to, words, end = false }) => (
        <NavLink key={to} className="tab" to={to} end={end}>
          {words}
        </NavLink>
      ))}
    </nav>
  );
}
