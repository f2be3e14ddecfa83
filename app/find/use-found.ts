import { useEffect, useState } from "react";
import { apart } from "#app/find/apart.ts";
import { placeIn } from "#app/find/places.ts";
import { recentPlaces } from "#app/find/recent.ts";
import type { Hit } from "#server/services/find.ts";

/** What the server found for these words, or why it could not; `words` are those that it was asked for. */
export type Answer = {
  words: string;
  named: Hit[];
  hits: Hit[];
  hasMore: boolean;
  trouble: "signed_out" | "unreached" | null;
};

const NOTHING: Answer = { words: "", named: [], hits: [], hasMore: false, trouble: null };
/** The server is asked at once, but not more often than this: quick typing is few questions. */
const APART_MS = 60;

/** Asks while somebody types; with no words, for where they were last. An answer stays until the next one is here. */
export function useFound(words: string, openCase: string | null): { answer: Answer; isWaiting: boolean } {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [soon] = useState(() => apart(APART_MS));
  useEffect(() => {
    const stop = new AbortController();
    const takeBack = soon(() => ask(words, openCase, stop.signal).then(setAnswer, () => {}));
    return () => {
      takeBack();
      stop.abort();
    };
  }, [words, openCase, soon]);
  return { answer: answer ?? NOTHING, isWaiting: answer?.words !== words };
}

async function ask(words: string, openCase: string | null, signal: AbortSignal): Promise<Answer> {
  const search = new URLSearchParams({ q: words, recent: words ? "" : elsewhere().join(","), in: openCase ?? "" });
  try {
    const response = await fetch(`/find/quick?${search}`, { signal });
    if (response.ok) return { ...NOTHING, ...((await response.json()) as Partial<Answer>), words };
    return { ...NOTHING, words, trouble: response.status === 401 ? "signed_out" : "unreached" };
  } catch (error) {
    if (signal.aborted) throw error;
    return { ...NOTHING, words, trouble: "unreached" };
  }
}

/** Not the page that is open. */
const elsewhere = () => recentPlaces().filter((one) => one !== placeIn(location.pathname));
