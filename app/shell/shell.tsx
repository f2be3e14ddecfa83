import "#app/shell/shell.css";
import { useLocation, useMatches, useNavigation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { readOnly } from "#app/live/read-only.ts";
import { TopBar } from "#app/shell/top-bar.tsx";
import { type RootFacts, useRoot } from "#app/shell/use-root.ts";
import { announce } from "#app/ui/announcer.tsx";
import type { KeptLine as KeptLineType } from "#app/unsent/kept-line.tsx";
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
  const KeptLine = useKeptLine(root);
  return (
    <>
      <a className="skip" href="#main">
        {say("skip")}
      </a>
      <div className="progress" data-on={isLoading || undefined} aria-hidden="true" />
      {root?.member && !bare && <TopBar root={root} member={root.member} />}
      {root?.member && <ReadOnlyLine atFirst={root.readOnly} />}
      {root?.member && KeptLine && <KeptLine memberId={root.member.id} />}
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

/** The line about what waits on this device; its code comes after the page, and deletes what is to be kept of nobody. */
function useKeptLine(root: RootFacts | undefined) {
  const [Line, setLine] = useState<typeof KeptLineType | null>(null);
  const memberId = root?.member?.id;
  const keeps = root?.keepsTyped ?? false;
  useEffect(() => {
    if (!memberId) return;
    import("#app/unsent/kept-line.tsx").then(({ KeptLine, forgetUnsent }) => {
      setLine(() => (keeps ? KeptLine : null));
      return forgetUnsent({ inTab: memberId, onDevice: keeps ? memberId : null });
    }, nothing);
  }, [memberId, keeps]);
  return Line;
}

const nothing = () => {};
