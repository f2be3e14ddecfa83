import { useEffect, useState } from "react";
import type { AlikePrecedent } from "#server/services/precedents.ts";

const none: AlikePrecedent[] = [];
/** A hint comes when somebody pauses: it must not flicker while they write. */
const PAUSE_MS = 400;
const LONGEST = 1_000;
const SHORTEST = 6;
/** A longer one is not sent: half a sentence would give the name of somebody else. */
const LONGEST_SENTENCE = 400;

/** Who says the words, or the sentence of the article in which they stand. */
type Said = { claimant?: string; sentence?: string };

/** Precedents of the words that somebody writes or selects, and whether they are of these or still of the ones before. While the server is away there are none. */
export function usePrecedents(words: string, { claimant = "", sentence = "" }: Said = {}) {
  const wanted = words.trim().slice(0, LONGEST);
  const isWords = wanted.length >= SHORTEST;
  const [last, setLast] = useState({ of: "", found: none });
  useEffect(() => {
    if (!isWords) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const whole = sentence.length > LONGEST_SENTENCE ? "" : sentence;
      const asked = { words: wanted, claimant: claimant.slice(0, LONGEST), sentence: whole };
      const found = await ask(asked, stop.signal);
      if (!stop.signal.aborted) setLast({ of: wanted, found });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted, claimant, sentence, isWords]);
  return { found: isWords ? last.found : none, isOfThese: last.of === wanted };
}

async function ask(asked: Record<string, string>, signal: AbortSignal): Promise<AlikePrecedent[]> {
  try {
    const response = await fetch(`/precedents/alike?${new URLSearchParams(asked)}`, { signal });
    return response.ok ? ((await response.json()) as { precedents: AlikePrecedent[] }).precedents : none;
  } catch {
    return none;
  }
}
