import { startTransition, useEffect, useState } from "react";
import { useCardContext } from "#app/card/card-context.ts";
import { contentHash } from "#domain/content.ts";

/** Looking for the hash takes longer than drawing a key, so it is done between keys. */
const PACE_MS = 200;

/** The hash of what is on the screen, a moment after it has changed; `loaded` until the card is live. */
export function useLiveHash(loaded: string): string {
  const { connection } = useCardContext();
  const [live, setLive] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const look = () => {
      timer = null;
      const card = connection?.card.read();
      if (card) startTransition(() => setLive(contentHash(card)));
    };
    const leave = connection?.card.subscribe(() => {
      timer ??= setTimeout(look, PACE_MS);
    });
    look();
    return () => {
      leave?.();
      if (timer) clearTimeout(timer);
    };
  }, [connection]);
  return live ?? loaded;
}
