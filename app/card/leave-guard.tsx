import { useBlocker } from "@remix-run/react";
import { useEffect } from "react";
import { useSavingFacts } from "#app/card/card-context.ts";
import { hasUnsent, type SavingFacts, wouldLose } from "#app/card/saving.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";

/** Holds the person back while something in the fields is not on the server's disk, and lets go by itself once it is. */
export function LeaveGuard() {
  const facts = useSavingFacts();
  const unsent = wouldLose(facts);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsent && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!unsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [unsent]);
  useEffect(() => {
    if (blocker.state === "blocked" && !unsent) blocker.proceed();
  }, [blocker, unsent]);
  const stay = () => blocker.state === "blocked" && blocker.reset();
  return (
    <Dialog
      title="Not saved yet"
      role="alertdialog"
      isOpen={blocker.state === "blocked"}
      onOpenChange={(open) => !open && stay()}
    >
      {hasUnsent(facts) && <p>{WAITING}</p>}
      {facts.unfit > 0 && <p>{unfitWords(facts)}</p>}
      <div className="actions">
        <Button kind="primary" onClick={stay}>
          Stay here
        </Button>
        <Button kind="danger" onClick={() => blocker.state === "blocked" && blocker.proceed()}>
          Leave and lose the changes
        </Button>
      </div>
    </Dialog>
  );
}

const WAITING =
  "What you typed last is only in this tab. If you stay, the page goes on by itself as soon as everything is saved.";

const unfitWords = ({ unfit }: SavingFacts) =>
  unfit === 1
    ? "1 entry is not stored; the reason stands at its field. Stay to correct it or clear it."
    : `${unfit} entries are not stored; the reasons stand at their fields. Stay to correct them or clear them.`;
