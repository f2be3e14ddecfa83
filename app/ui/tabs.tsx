import "#app/ui/tabs.css";
import { Link, NavLink, useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";

/** A tab is the current one at its address and below it, and at each of `also` and below. */
type Tab = { to: string; words: ReactNode; end?: boolean; also?: readonly string[] };

/** Links between the screens of one thing, set as tabs. They are links: each has an address and opens in a new tab. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    void pathname;
    if (row.current) showCurrent(row.current);
  }, [pathname]);
  return (
    <nav ref={row} className="tabs" aria-label={label}>
      {tabs.map(({ to, words, end = false, also = [] }) =>
        also.some((one) => `${pathname}/`.startsWith(`${one}/`)) ? (
          <Link key={to} className="tab" to={to} aria-current="page">
            {words}
          </Link>
        ) : (
          <NavLink key={to} className="tab" to={to} end={end}>
            {words}
          </NavLink>
        ),
      )}
    </nav>
  );
}

/** Scrolls the row only, so that the tab of this screen is in sight where not all of them are. */
function showCurrent(row: HTMLElement): void {
  const tab = row.querySelector("[aria-current]")?.getBoundingClientRect();
  if (!tab) return;
  const { left, right } = row.getBoundingClientRect();
  if (tab.left < left) row.scrollLeft += tab.left - left;
  else if (tab.right > right) row.scrollLeft += tab.right - right;
}
