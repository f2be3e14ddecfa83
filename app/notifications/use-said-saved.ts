import { useEffect } from "react";
import { toast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/speech.tsx";

/** Says that a form was saved, once for each answer. */
export function useSaidSaved(answer: unknown): void {
  const say = useWords("ways");
  useEffect(() => {
    if ((answer as { ok?: boolean } | undefined)?.ok) toast(say("saved"));
  }, [answer, say]);
}
