import "#app/shell/shell.css";
import { useLocation, useMatches, useNavigation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { readOnly } from "#app/live/read-only.ts";
import { TopBar } from "#app/shell/top-bar.tsx";
import { useRoot } from "#app/shell/use-root.ts";
import { announce } from "#app/ui/announcer.tsx";
import { useWords } from "#app/words/speech.tsx";

/** A route that exports `handle = { bare: true }` is shown without the bar: sign-in, setting up, joining. */
type Handle = { bare?: boolean } | undefined;

/** What stands around every page: the skip link, the bar of signed-in members, and the page itself. */
export function Shell({ children }: { children: ReactNode }) {
  const root = useRoot();
  const bare = useMatches().some((match) => (match.handle as Handle)?.bare);
  const say = useWords("shell");
  const isLoading = useNavigation().state === "loading";
  useSpokenPages();
  return (
    <>
      <a className="skip" href="#main">
        {say("skip")}
      </a>
      <div className="progress" data-on={isLoading || undefined} aria-hidden="true" />
      {root?.member && !bare && <TopBar root={root} member={root.member} />}
      {root?.member && <ReadOnlyLine atFirst={root.readOnly} />}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

/** Stands above every page while the disk refuses writes: as the page was loaded, or as an open case hears it since. */
function ReadOnlyLine({ atFirst }: { atFirst: string | null }) {
  const say = useWords("shell");
  const told = useSyncExternalStore(readOnly.subscribe, readOnly.get, unknown);
  const why = told === undefined ? atFirst : told;
  if (why === null) return null;
  return (
    <p className="read-only" role="status">
      {say("read_only", { why })}
    </p>
  );
}

const unknown = () => undefined;

/** Says the title of each page that a link opened in place, as the browser does for whole pages. */
function useSpokenPages() {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== pathname) announce(document.title);
    before.current = pathname;
  }, [pathname]);
}
