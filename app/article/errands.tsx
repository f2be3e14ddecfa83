import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useOnceKey } from "#app/ui/once-key.tsx";
import { type Refused, refusedIn } from "#app/ui/refusal.tsx";

/** One thing sent to the server without leaving the page, while its answer is awaited. */
export type Errand = { id: string; fields: Record<string, string> };
type Made = { claimId: string; reference: string; version: number };
export type Answer = ({ ok: true } & Partial<Made>) | { ok: false; refused: Refused };

/** Sends any number of things side by side, each once. `pending` are those without an answer yet. */
export function useErrands(onAnswer: (errand: Errand, answer: Answer) => void) {
  const key = useOnceKey("e");
  const count = useRef(0);
  const [pending, setPending] = useState<Errand[]>([]);
  const send = useCallback(
    (fields: Record<string, string>) => {
      count.current += 1;
      const errand = { id: `${key}${count.current}`, fields };
      setPending((before) => [...before, errand]);
      return errand;
    },
    [key],
  );
  const settle = (errand: Errand, answer: Answer) => {
    setPending((before) => before.filter((one) => one.id !== errand.id));
    onAnswer(errand, answer);
  };
  const elements = pending.map((errand) => <Runner key={errand.id} errand={errand} onAnswer={settle} />);
  return { send, pending, elements };
}

function Runner({ errand, onAnswer }: { errand: Errand; onAnswer: (errand: Errand, answer: Answer) => void }) {
  const fetcher = useFetcher<Answer>();
  const stage = useRef<"new" | "sent" | "answered">("new");
  useEffect(() => {
    if (stage.current === "new") {
      stage.current = "sent";
      fetcher.submit({ ...errand.fields, once: errand.id }, { method: "post" });
    } else if (stage.current === "sent" && fetcher.state === "idle" && fetcher.data) {
      stage.current = "answered";
      onAnswer(errand, fetcher.data);
    }
  }, [fetcher, errand, onAnswer]);
  return null;
}

/** The claim that an errand made, if it made one. */
export function madeBy(answer: Answer): Made | null {
  if (!answer.ok || !answer.claimId) return null;
  return { claimId: answer.claimId, reference: answer.reference ?? "", version: answer.version ?? 1 };
}

/** The claim that stands in the way of a refused one. */
export function claimInTheWay(answer: Answer): { number: number; reference: string } | null {
  const claim = refusedIn(answer)?.detail?.claim;
  return claim ? (claim as { number: number; reference: string }) : null;
}

export function sentenceOf(answer: Answer): string | null {
  return refusedIn(answer)?.message ?? null;
}
