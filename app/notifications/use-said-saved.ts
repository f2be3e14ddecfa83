import { useEffect } from "react";
import { toast } from "#app/ui/toast.tsx";

/** Says that a form was saved, once for each answer. */
export function useSaidSaved(answer: unknown): void {
  useEffect(() => {
    if ((answer as { ok?: boolean } | undefined)?.ok) toast("Your choices are saved.");
  }, [answer]);
}
