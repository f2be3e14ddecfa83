import { type ReactNode, useMemo, useSyncExternalStore } from "react";
import type { LateRooms } from "#app/words/late-rooms.ts";
import { SpeechProvider } from "#app/words/speech.tsx";
import type { Language } from "#domain/words/languages.ts";

/** The language of the page; all is said again when sentences came that were missing. */
export function LiveSpeech({
  language,
  rooms,
  children,
}: {
  language: Language;
  rooms: LateRooms;
  children: ReactNode;
}) {
  const arrived = useSyncExternalStore(rooms.onArrival, rooms.arrivals, rooms.arrivals);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what hangs on the sentences is made anew when more are there.
  const speech = useMemo(() => ({ language, catalogue: rooms.catalogue }), [language, rooms, arrived]);
  return <SpeechProvider value={speech}>{children}</SpeechProvider>;
}
