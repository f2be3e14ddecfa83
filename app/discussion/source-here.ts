import { useCallback } from "react";
import { useCard } from "#app/card/card-context.ts";
import { useSourceName } from "#app/card/use-source-name.ts";

/** The source of the card in which the focus is when it is asked; null elsewhere. */
export function useSourceHere(): () => { id: string; name: string } | null {
  const nameOf = useSourceName();
  const sources = useCard((card) => card.sources.map((one) => ({ id: one.id, name: nameOf(one) })));
  return useCallback(() => {
    const place = document.activeElement?.closest<HTMLElement>("[data-place]")?.dataset.place ?? "";
    return sources.find(({ id }) => place === `sources/${id}` || place.startsWith(`sources/${id}/`)) ?? null;
  }, [sources]);
}
