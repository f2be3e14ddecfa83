import { useEffect } from "react";
import { toast } from "#app/ui/toast.tsx";

/** Says once that it was done, and goes on with what follows. */
export function useToastWhen(isDone: boolean, words: string, then?: () => void): void {
  useEffect(() => {
    if (!isDone) return;
    toast(words);
    then?.();
  }, [isDone, words, then]);
}
