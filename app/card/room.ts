import { useCallback, useState } from "react";
import { useWords } from "#app/words/speech.tsx";
import { LIMITS } from "#domain/limits.ts";
import type { Say } from "#domain/words/say.ts";

/**
 * How many characters a place of the card holds, in UTF-16 units. Each is three bytes at most, so that no single edit
 * comes near the bound of a message.
 */
export const ROOM = { text: 20_000, quote: LIMITS.quote, line: 2_000 } as const;

/** Why this may not become longer, as a sentence; null while it fits, and for everything that makes it shorter. */
export function whyTooLong(say: Say<"card">, before: number, after: number, room: number): string | null {
  if (after <= room || after <= before) return null;
  return say("too_long", { over: after - room, most: room, left: Math.max(0, room - before) });
}

/** Lets a field take what fits, and says why it did not take the rest until something fits again. */
export function useRoom(room: number) {
  const say = useWords("card");
  const [refusal, setRefusal] = useState<string | null>(null);
  const fits = useCallback(
    (before: number, after: number) => {
      const why = whyTooLong(say, before, after, room);
      setRefusal(why);
      return why === null;
    },
    [say, room],
  );
  return { refusal, fits };
}
