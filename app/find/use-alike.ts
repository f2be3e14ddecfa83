import { useEffect, useState } from "react";
import type { AlikeClaim } from "#server/services/alike.ts";

const none: AlikeClaim[] = [];
/** A hint comes when somebody pauses: it must not flicker while they write. */
const PAUSE_MS = 350;
const LONGEST = 1_000;

/** Claims that say nearly the same as these words. A hint: while the server is away there is none. */
export function useAlike(caseNumber: number, words: string | null): readonly AlikeClaim[] {
  const [found, setFound] = useState<{ words: string; claims: AlikeClaim[] }>({ words: "", claims: none });
  const wanted = words?.trim().slice(0, LONGEST) ?? "";
  useEffect(() => {
    if (wanted === "") return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const claims = await ask(caseNumber, wanted, stop.signal);
      if (!stop.signal.aborted) setFound({ words: wanted, claims });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [caseNumber, wanted]);
  return wanted === "" ? none : found.claims;
}

async function ask(caseNumber: number, words: string, signal: AbortSignal): Promise<AlikeClaim[]> {
  try {
    const response = await fetch(`/cases/${caseNumber}/alike?${new URLSearchParams({ words })}`, { signal });
    return response.ok ? ((await response.json()) as { claims: AlikeClaim[] }).claims : none;
  } catch {
    return none;
  }
}
