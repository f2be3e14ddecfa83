import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { type Decision, formOfDecision } from "#app/board/decisions.ts";
import { type Refused, refusedIn } from "#app/ui/refusal.tsx";

type Settle = (decision: Decision, refusal: Refused | null) => void;

/** Carries the decisions that are under way to the server; shows nothing itself. */
export function UnderWay({ decisions, onSettled }: { decisions: readonly Decision[]; onSettled: Settle }) {
  return decisions.map((one) => <Carry key={one.once} decision={one} onSettled={onSettled} />);
}

function Carry({ decision, onSettled }: { decision: Decision; onSettled: Settle }) {
  const { submit, state, data: answer } = useFetcher();
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    submit(formOfDecision(decision), { method: "post" });
  }, [decision, submit]);
  useEffect(() => {
    if (state === "idle" && answer !== undefined) onSettled(decision, refusedIn(answer));
  }, [state, answer, decision, onSettled]);
  return null;
}
