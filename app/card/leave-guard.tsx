import { type Location, useBlocker, useNavigate, useNavigation } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useSaving } from "#app/card/card-context.ts";
import { hasUnsent, wouldLose } from "#app/card/saving.ts";
import { unsentOnCard, wantsToLeave } from "#app/together/unsent.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { useWords } from "#app/words/speech.tsx";

/** Holds the person back while something in the fields is not on the server's disk, and lets go by itself once it is. */
export function LeaveGuard() {
  const say = useWords("card");
  const unsent = useSaving(wouldLose);
  const isWaiting = useSaving(hasUnsent);
  const unfit = useSaving((facts) => facts.unfit);
  const onDevice = useSaving((facts) => facts.onDevice);
  const { isWanted, isLast, stay, go } = useHeldBack(unsent);
  const isKept = onDevice && !isLast;
  useEffect(() => {
    unsentOnCard.set(unsent);
    return () => unsentOnCard.set(false);
  }, [unsent]);
  useEffect(() => {
    if (!unsent || (onDevice && unfit === 0)) return;
    // Whoever has been asked already, as before signing out, is not asked again.
    const ask = (event: BeforeUnloadEvent) => unsentOnCard.get() && event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [unsent, onDevice, unfit]);
  useEffect(() => {
    if (isWanted && !unsent) go();
  }, [isWanted, unsent, go]);
  return (
    <Dialog title={say("not_saved")} role="alertdialog" isOpen={isWanted} onOpenChange={(open) => !open && stay()}>
      {isWaiting && <p>{say(isKept ? "leave_kept" : "leave_waiting")}</p>}
      {unfit > 0 && <p>{say("leave_unfit", { count: unfit })}</p>}
      <div className="actions">
        <Button kind="primary" onClick={stay}>
          {say("stay")}
        </Button>
        <Button kind={isKept && unfit === 0 ? "quiet" : "danger"} onClick={go}>
          {say(isKept && unfit === 0 ? "leave_keeping" : "leave")}
        </Button>
      </div>
    </Dialog>
  );
}

/**
 * Where the person wanted to go, or what else they wanted to do, until they have answered. The router forgets a held navigation whenever the page loads
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
  const other = useSyncExternalStore(wantsToLeave.subscribe, wantsToLeave.get, nothing);
  const stay = () => {
    wantsToLeave.set(null);
    setWanted(null);
    if (blocker.state === "blocked") blocker.reset();
  };
  const go = useCallback(() => {
    setWanted(null);
    wantsToLeave.set(null);
    if (other) return other();
    if (blocker.state === "blocked") return blocker.proceed();
    isLeaving.current = true;
    if (wanted) navigate(wanted);
  }, [blocker, wanted, other, navigate]);
  return { isWanted: wanted !== null || other !== null, isLast: other !== null, stay, go };
}

const nothing = () => null;
