import { type Location, useBlocker, useNavigate, useNavigation } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useSavingFacts } from "#app/card/card-context.ts";
import { hasUnsent, wouldLose } from "#app/card/saving.ts";
import { unsentOnCard } from "#app/together/unsent.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { useWords } from "#app/words/speech.tsx";

/** Holds the person back while something in the fields is not on the server's disk, and lets go by itself once it is. */
export function LeaveGuard() {
  const say = useWords("card");
  const facts = useSavingFacts();
  const unsent = wouldLose(facts);
  const { wanted, stay, go } = useHeldBack(unsent);
  useEffect(() => {
    unsentOnCard.set(unsent);
    return () => unsentOnCard.set(false);
  }, [unsent]);
  useEffect(() => {
    if (!unsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [unsent]);
  useEffect(() => {
    if (wanted && !unsent) go();
  }, [wanted, unsent, go]);
  return (
    <Dialog
      title={say("not_saved")}
      role="alertdialog"
      isOpen={wanted !== null}
      onOpenChange={(open) => !open && stay()}
    >
      {hasUnsent(facts) && <p>{say("leave_waiting")}</p>}
      {facts.unfit > 0 && <p>{say("leave_unfit", { count: facts.unfit })}</p>}
      <div className="actions">
        <Button kind="primary" onClick={stay}>
          {say("stay")}
        </Button>
        <Button kind="danger" onClick={go}>
          {say("leave")}
        </Button>
      </div>
    </Dialog>
  );
}

/**
 * Where the person wanted to go, until they have answered. The router forgets a held navigation whenever the page loads
 * again, which it does for every change of a colleague; the question must not go with it.
 */
function useHeldBack(unsent: boolean) {
  const navigate = useNavigate();
  const { state } = useNavigation();
  /** Set while the person goes on without the router's help; it would hold them back again. */
  const isLeaving = useRef(false);
  const [wanted, setWanted] = useState<Location | null>(null);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsent && !isLeaving.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state === "blocked") setWanted(blocker.location);
  }, [blocker]);
  useEffect(() => {
    if (state === "idle") isLeaving.current = false;
  }, [state]);
  const stay = () => {
    setWanted(null);
    if (blocker.state === "blocked") blocker.reset();
  };
  const go = useCallback(() => {
    setWanted(null);
    if (blocker.state === "blocked") return blocker.proceed();
    isLeaving.current = true;
    if (wanted) navigate(wanted);
  }, [blocker, wanted, navigate]);
  return { wanted, stay, go };
}
