import { useSearchParams } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { afterPaint } from "#app/ui/after-paint.ts";

/** `replace`: a further key of the same words, which is no step of its own. */
export type Ask = (change: (search: URLSearchParams) => void, options: { replace: boolean }) => void;

/**
 * What the address asks for, and a way to ask for something else. That counts at once; the address follows when it is on the
 * screen, because the router looks through all of its routes for each new one.
 */
export function useAsked(): [URLSearchParams, Ask] {
  const [address, setAddress] = useSearchParams();
  const [ahead, setAhead] = useState<URLSearchParams | null>(null);
  const search = ahead ?? address;
  const latest = useRef({ search, setAddress });
  latest.current = { search, setAddress };
  const waiting = useRef<{ isStep: boolean; stop: () => void } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new address takes the place of what was ahead of it, unless more was asked for since.
  useEffect(() => {
    if (!waiting.current) setAhead(null);
  }, [address]);
  useEffect(() => () => waiting.current?.stop(), []);
  const ask = useCallback<Ask>((change, { replace }) => {
    const next = new URLSearchParams(latest.current.search);
    change(next);
    latest.current.search = next;
    setAhead(next);
    waiting.current?.stop();
    const isStep = !replace || (waiting.current?.isStep ?? false);
    const follow = () => {
      waiting.current = null;
      latest.current.setAddress(next, { replace: !isStep, preventScrollReset: true });
    };
    waiting.current = { isStep, stop: afterPaint(follow) };
  }, []);
  return [search, ask];
}
