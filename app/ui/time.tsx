import { useMemo } from "react";
import { useClock } from "#app/ui/clock.ts";
import { isMoment, type TimeShow, timeWords, utcWords } from "#app/ui/time-words.ts";
import { useSpeech, useWords } from "#app/words/speech.tsx";

/** A moment (milliseconds since 1970) by the reader's clock, in UTC while that is not known; UTC stays in the title. */
export function Time({ at, show = "moment" }: { at: number; show?: TimeShow }) {
  const say = useWords("times");
  const speech = useSpeech();
  const inWords = useKnownTime();
  if (!isMoment(at)) return <span>{say("never")}</span>;
  return (
    <time dateTime={new Date(at).toISOString()} title={say("utc", { time: utcWords(speech, at, "moment") })}>
      {inWords(at, show)}
    </time>
  );
}

/** What `<Time>` shows, as text for where no element can stand. */
export function useKnownTime(): (at: number, show: TimeShow) => string {
  const say = useWords("times");
  const speech = useSpeech();
  const clock = useClock();
  return (at, show) => {
    if (clock) return timeWords(speech, at, show, clock);
    const time = utcWords(speech, at, show);
    return show === "date" ? time : say("utc", { time });
  };
}

/** Says moments as text by the reader's own clock, for labels and announcements. */
export function useTimeWords(): (at: number, show: TimeShow) => string {
  const speech = useSpeech();
  return useMemo(() => (at, show) => timeWords(speech, at, show), [speech]);
}
