import { useCallback, useState } from "react";
import { LIMITS } from "#domain/limits.ts";

/**
 * How many characters a place of the card holds, in UTF-16 units. Each is three bytes at most, so that no single edit
 * comes near the bound of a message.
 */
export const ROOM = { text: 20_000, quote: LIMITS.quote, line: 2_000 } as const;

/** Why this may not become longer, as a sentence; null while it fits, and for everything that makes it shorter. */
export function whyTooLong(before: number, after: number, room: number): string | null {
  if (after <= room || after <= before) return null;
  const [over, most, left] = [after - room, room, Math.max(0, room - before)].map((one) => one.toLocaleString("en"));
  return `Nothing was added: that is ${over} characters too many. This field holds ${most}, and ${left} more fit.`;
}

/** Lets a field take what fits, and says why it did not take the rest until something fits again. */
export function useRoom(room: number) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const fits = useCallback(
    (before: number, after: number) => {
      const why = whyTooLong(before, after, room);
      setRefusal(why);
      return why === null;
    },
    [room],
  );
  return { refusal, fits };
}
