import { useCallback, useMemo, useRef, useState } from "react";

export type Selection = {
  ids: ReadonlySet<string>;
  toggle: (claimId: string) => void;
  /** Selects everything between the claim that was chosen last and this one. */
  extend: (claimId: string) => void;
  set: (claimIds: Iterable<string>) => void;
};

/** Which claims are chosen for a decision on many. `order` is how they stand on the screen, `rows` all that match. */
export function useSelection(order: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set());
  const anchor = useRef<string | null>(null);
  const latest = useRef(order);
  latest.current = order;
  const ids = useMemo(() => {
    if (chosen.size === 0) return chosen;
    const there = new Set(order);
    return new Set([...chosen].filter((id) => there.has(id)));
  }, [chosen, order]);
  const toggle = useCallback((claimId: string) => {
    anchor.current = claimId;
    setChosen((all) =>
      all.has(claimId) ? new Set([...all].filter((id) => id !== claimId)) : new Set([...all, claimId]),
    );
  }, []);
  const extend = useCallback((claimId: string) => {
    const [from, to] = [latest.current.indexOf(anchor.current ?? claimId), latest.current.indexOf(claimId)];
    anchor.current ??= claimId;
    if (from >= 0 && to >= 0)
      setChosen((all) => new Set([...all, ...latest.current.slice(Math.min(from, to), Math.max(from, to) + 1)]));
  }, []);
  const set = useCallback((claimIds: Iterable<string>) => setChosen(new Set(claimIds)), []);
  return useMemo(() => ({ ids, toggle, extend, set }), [ids, toggle, extend, set]);
}
