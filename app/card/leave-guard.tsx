import { type Location, useBlocker, useNavigate, useNavigation } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useSavingFacts } from "#app/card/card-context.ts";
import { hasUnsent, type SavingFacts, wouldLose } from "#app/card/saving.ts";
import { unsentOnCard } from "#app/together/unsent.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";

/** Holds the person back while something in the fields is not on the server's disk, and lets go by itself once it is. */
export function LeaveGuard() {
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
    <Dialog title="Not saved yet" role="alertdialog" isOpen={wanted !== null} onOpenChange={(open) => !open && stay()}>
      {hasUnsent(facts) && <p>{WAITING}</p>}
      {facts.unfit > 0 && <p>{unfitWords(facts)}</p>}
      <div className="actions">
        <Button kind="primary" onClick={stay}>
          Stay here
        </Button>
        <Button kind="danger" onClick={go}>
          Leave and lose the changes
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

const WAITING =
  "What you typed last is only in this tab. If you stay, the page goes on by itself as soon as everything is saved.";

const unfitWords = ({ unfit }: SavingFacts) =>
  unfit === 1
    ? "1 entry is not stored; the reason stands at its field. Stay to correct it or clear it."
    : `${unfit} entries are not stored; the reasons stand at their fields. Stay to correct them or clear them.`;
