import { useBlocker } from "@remix-run/react";
import { useEffect } from "react";
import { useSavingFacts } from "#app/card/card-context.ts";
import { hasUnsent } from "#app/card/saving.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";

/** Holds the person back while something typed is not on the server's disk, and lets go by itself once it is. */
export function LeaveGuard() {
  const facts = useSavingFacts();
  const unsent = hasUnsent(facts);
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
      <p>
        {facts.waiting === 1 ? "1 change is" : `${facts.waiting} changes are`} only in this tab. If you stay, the page
        goes on by itself as soon as everything is saved.
      </p>
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
