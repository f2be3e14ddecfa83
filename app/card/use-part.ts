import { useRef, useSyncExternalStore } from "react";
import type { OutsideStore } from "#app/card/outside-store.ts";

type Seen<S, T> = { of: S; select: (value: S) => T; value: T; json: string | undefined };

const never = () => () => {};

/** A part of what is in a store, or of `first` while there is none. Repaints only when that part says something else. */
export function usePart<S, T>(
  store: Pick<OutsideStore<S>, "read" | "subscribe"> | undefined,
  first: S,
  select: (value: S) => T,
): T {
  const seen = useRef<Seen<S, T> | null>(null);
  const read = (): T => {
    const of = store?.read() ?? first;
    if (seen.current?.of !== of || seen.current.select !== select) seen.current = look(seen.current, of, select);
    return seen.current.value;
  };
  return useSyncExternalStore(store?.subscribe ?? never, read, read);
}

/** The value of before where the new one says the same. */
function look<S, T>(before: Seen<S, T> | null, of: S, select: (value: S) => T): Seen<S, T> {
  const value = select(of);
  if (before && Object.is(before.value, value)) return { ...before, of, select };
  const json = JSON.stringify(value);
  return { of, select, json, value: before && before.json === json ? before.value : value };
}
