import { useEffect, useState } from "react";
import { toast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/speech.tsx";

/** Code that comes after the page that needs it: null until it is here. */
export type Late<T> = { get: () => T | null; fetch: () => Promise<T> };

/** It is fetched when the browser has nothing else to do, so that it is there also without a connection. */
export function late<T>(load: () => Promise<T>): Late<T> {
  let here: T | null = null;
  let coming: Promise<T> | null = null;
  const keep = async () => {
    try {
      here = await load();
      return here;
    } finally {
      coming = null;
    }
  };
  const fetch = () => {
    coming ??= here === null ? keep() : Promise.resolve(here);
    return coming;
  };
  if (typeof window !== "undefined") whenIdle(() => void fetch().catch(() => {}));
  return { get: () => here, fetch };
}

/** The same for a component that wants it now, or null while it is on its way. When it cannot be had, that is said. */
export function useLate<T>(part: Late<T>, isWanted: boolean, giveUp?: () => void): T | null {
  const say = useWords("controls");
  const [found, setFound] = useState(part.get);
  useEffect(() => {
    if (!isWanted || found) return;
    let isHere = true;
    const failed = () => {
      toast(say("not_loaded"));
      giveUp?.();
    };
    part.fetch().then(
      (code) => isHere && setFound(() => code),
      () => isHere && failed(),
    );
    return () => {
      isHere = false;
    };
  }, [part, isWanted, found, giveUp, say]);
  return found;
}

/** Not before the page is loaded; Safari knows no idle time. */
function whenIdle(run: () => void): void {
  const idle = () => (typeof requestIdleCallback === "function" ? requestIdleCallback(run) : setTimeout(run, 500));
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle, { once: true });
}
