import { useLocation } from "@remix-run/react";
import { useEffect, useSyncExternalStore } from "react";
import { caseNews } from "#app/live/case-news.ts";
import { announce } from "#app/ui/announcer.tsx";
import { signal } from "#app/ui/signal.ts";
import { useWords } from "#app/words/speech.tsx";
import { whileSeen } from "#app/work/while-seen.ts";
import { UNASKED_HEADER } from "#domain/protocol.ts";

/** What the server said last; null until it was asked. */
const told = signal<number | null>(null);
/** While colleagues type, a case tells of changes many times a second. */
const PACE_MS = 2_000;
const CHANNEL = "assay.notifications";

/**
 * How many notifications are unread: as the page was loaded, then as the server says. It is asked when the open case
 * hears of a decision, when another tab has read some, when somebody opens a page, which may read some, or turns to this
 * tab, and every twenty seconds.
 */
export function useUnread(loaded: number, seed: string): number {
  const now = useSyncExternalStore(told.subscribe, told.get, () => null);
  const { pathname } = useLocation();
  const came = useWords("notifications")("came");
  useEffect(() => {
    if (seed) learn(loaded, came);
  }, [loaded, seed, came]);
  useEffect(() => {
    const pace = paced(() => void ask(came));
    const tabs = new BroadcastChannel(CHANNEL);
    tabs.onmessage = pace.run;
    const ends = [caseNews.subscribe(pace.run), whileSeen(document, pace.run), pace.end, () => tabs.close()];
    return () => {
      for (const end of ends) end();
    };
  }, [came]);
  useEffect(() => {
    if (pathname && told.get()) void ask(came);
  }, [pathname, came]);
  return now ?? loaded;
}

async function ask(came: string): Promise<void> {
  try {
    const answer = await fetch("/notifications/count", { headers: { [UNASKED_HEADER]: "1" } });
    const { unread } = (await answer.json()) as { unread: unknown };
    if (typeof unread === "number") learn(unread, came);
  } catch {
    // The server is away; the next question is soon enough.
  }
}

/** Takes a new number, and says it when it has grown; the other tabs of this browser ask for it too then. */
function learn(unread: number, came: string): void {
  const before = told.get();
  told.set(unread);
  if (before === null || before === unread) return;
  if (unread > before) announce(came);
  const tabs = new BroadcastChannel(CHANNEL);
  tabs.postMessage("changed");
  tabs.close();
}

/** Runs at once, and what is asked for meanwhile once more at the end of the pace. */
export function paced(run: () => void, pace = PACE_MS): { run: () => void; end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWanted = false;
  const start = () => {
    isWanted = false;
    run();
    timer = setTimeout(() => {
      timer = undefined;
      if (isWanted) start();
    }, pace);
  };
  const ask = () => {
    if (timer === undefined) start();
    else isWanted = true;
  };
  return { run: ask, end: () => clearTimeout(timer) };
}
