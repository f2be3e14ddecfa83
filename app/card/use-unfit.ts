import { useSyncExternalStore } from "react";
import { useCardContext } from "#app/card/card-context.ts";
import type { Place } from "#app/card/places.ts";

const never = () => () => {};

/** The unfit words of one box, and how to keep others. */
export function useUnfit(place: Place) {
  const { connection } = useCardContext();
  const read = () => connection?.unfit.read().get(place) ?? null;
  const words = useSyncExternalStore(connection?.unfit.subscribe ?? never, read, () => null);
  return { words, keep: (news: string | null) => connection?.unfit.keep(place, news) };
}

/** Whether a place, such as one source, has an entry that is not stored. */
export function useHasUnfit(place: Place): boolean {
  const { connection } = useCardContext();
  const read = () => [...(connection?.unfit.read().keys() ?? [])].some((one) => one.startsWith(`${place}/`));
  return useSyncExternalStore(connection?.unfit.subscribe ?? never, read, () => false);
}
