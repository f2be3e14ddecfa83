import { useEffect, useSyncExternalStore } from "react";
import { activity } from "#app/together/activity.ts";
import { announce } from "#app/ui/announcer.tsx";
import { useKeys } from "#app/ui/use-keys.ts";

const nothing = () => [] as const;
const KEYS = [{ key: "R", shown: "Alt+Shift+R", does: "Say again what colleagues did last" }];

/** The log of what colleagues do, for those who hear the page. The case's layout shows it once. */
export function ActivityLog() {
  const lines = useSyncExternalStore(activity.lines.subscribe, activity.lines.get, nothing);
  useKeys("Together", KEYS);
  useEffect(() => {
    const typed = () => activity.typed();
    const again = (event: KeyboardEvent) => {
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.code !== "KeyR") return;
      event.preventDefault();
      const said = activity.lines.get().map((one) => one.text);
      announce(said.length > 0 ? said.join(". ") : "Colleagues have done nothing here since you opened this page.");
    };
    document.addEventListener("input", typed, true);
    document.addEventListener("keydown", again);
    return () => {
      document.removeEventListener("input", typed, true);
      document.removeEventListener("keydown", again);
      activity.clear();
    };
  }, []);
  return (
    <div className="unseen" role="log" aria-live="polite" aria-label="What colleagues do">
      {lines.map((one) => (
        <p key={one.id}>{one.text}</p>
      ))}
    </div>
  );
}
