import { useEffect, useState } from "react";
import type { AlikePrecedent } from "#server/services/precedents.ts";

const none: AlikePrecedent[] = [];
/** A hint comes when somebody pauses: it must not flicker while they write. */
const PAUSE_MS = 400;
const LONGEST = 1_000;
const SHORTEST = 6;

/** Precedents of what somebody writes. A hint: while the server is away there is none. */
export function usePrecedents(words: string, claimant = ""): readonly AlikePrecedent[] {
  const [found, setFound] = useState(none);
  const wanted = words.trim().slice(0, LONGEST);
  const isWords = wanted.length >= SHORTEST;
  useEffect(() => {
    if (!isWords) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const precedents = await ask(wanted, claimant.slice(0, LONGEST), stop.signal);
      if (!stop.signal.aborted) setFound(precedents);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted, claimant, isWords]);
  return isWords ? found : none;
}

async function ask(words: string, claimant: string, signal: AbortSignal): Promise<AlikePrecedent[]> {
  try {
    const response = await fetch(`/precedents/alike?${new URLSearchParams({ words, claimant })}`, { signal });
    return response.ok ? ((await response.json()) as { precedents: AlikePrecedent[] }).precedents : none;
  } catch {
    return none;
  }
}
