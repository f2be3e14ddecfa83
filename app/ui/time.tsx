import { useMemo } from "react";
import { isMoment, type TimeShow, timeWords } from "#app/ui/time-words.ts";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { useSpeech, useWords } from "#app/words/speech.tsx";

/** A moment (milliseconds since 1970): in UTC from the server, in the reader's own zone afterwards; UTC stays in the title. */
export function Time({ at, show = "moment" }: { at: number; show?: TimeShow }) {
  const here = useHydrated();
  const say = useWords("times");
  const inWords = useTimeWords();
  if (!isMoment(at)) return <span>{say("never")}</span>;
  const inUtc = (shown: TimeShow) => say("utc", { time: inWords(at, shown, "UTC") });
  const text = here ? inWords(at, show) : show === "date" ? inWords(at, show, "UTC") : inUtc(show);
  return (
    <time dateTime={new Date(at).toISOString()} title={inUtc("moment")}>
      {text}
    </time>
  );
}

/** Says the same words as text, for labels and announcements. */
export function useTimeWords(): (at: number, show: TimeShow, timeZone?: string) => string {
  const speech = useSpeech();
  return useMemo(() => (at, show, timeZone) => timeWords(speech, at, show, timeZone), [speech]);
}
