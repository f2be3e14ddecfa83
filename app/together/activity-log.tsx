import { useEffect, useSyncExternalStore } from "react";
import { activity } from "#app/together/activity.ts";
import { announce } from "#app/ui/announcer.tsx";
import { useKeys } from "#app/ui/use-keys.ts";
import { useWords } from "#app/words/speech.tsx";

const nothing = () => [] as const;

/** The log of what colleagues do, for those who hear the page. The case's layout shows it once. */
export function ActivityLog() {
  const say = useWords("together");
  const lines = useSyncExternalStore(activity.lines.subscribe, activity.lines.get, nothing);
  useKeys(say("together"), [{ key: "R", shown: "Alt+Shift+R", does: say("say_again") }]);
  useEffect(() => {
    const typed = () => activity.typed();
    const again = (event: KeyboardEvent) => {
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.code !== "KeyR") return;
      event.preventDefault();
      const said = activity.lines.get().map((one) => one.text);
      announce(said.length > 0 ? said.join(". ") : say("nothing_done"));
    };
    document.addEventListener("input", typed, true);
    document.addEventListener("keydown", again);
    return () => {
      document.removeEventListener("input", typed, true);
      document.removeEventListener("keydown", again);
      activity.clear();
    };
  }, [say]);
  return (
    <div className="unseen" role="log" aria-live="polite" aria-label={say("log")}>
      {lines.map((one) => (
        <p key={one.id}>{one.text}</p>
      ))}
    </div>
  );
}
