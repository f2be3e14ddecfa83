import { useEffect, useState } from "react";
import type { PrecedentList } from "#app/precedents/precedent-list.tsx";

type List = typeof PrecedentList;

let loaded: List | null = null;

/** The list's code, once something was found for the first time; most statements find nothing, and need not load it. */
export function useLateList(isWanted: boolean): List | null {
  const [list, setList] = useState<List | null>(() => loaded);
  useEffect(() => {
    if (loaded || !isWanted) return;
    import("#app/precedents/precedent-list.tsx").then(
      (module) => {
        loaded = module.PrecedentList;
        setList(() => module.PrecedentList);
      },
      () => {},
    );
  }, [isWanted]);
  return list;
}
