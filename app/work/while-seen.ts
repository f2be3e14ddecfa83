const EVERY_MS = 20_000;

type Tab = Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">;

/** Does something every twenty seconds while the tab is seen, and at once when somebody turns to it. Returns the end of it. */
export function whileSeen(tab: Tab, look: () => void): () => void {
  const lookIfSeen = () => {
    if (tab.visibilityState === "visible") look();
  };
  const timer = setInterval(lookIfSeen, EVERY_MS);
  tab.addEventListener("visibilitychange", lookIfSeen);
  return () => {
    clearInterval(timer);
    tab.removeEventListener("visibilitychange", lookIfSeen);
  };
}
