import { utcWords } from "#app/ui/time-words.ts";
import { useSpeech } from "#app/words/speech.tsx";

/** Says a date as it was given: a whole one in words, "2019" and "2019-05" as they are; null where there is none. */
export function useDay(): (date: string) => string | null {
  const speech = useSpeech();
  return (date) => {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0];
    if (!day) return date === "" ? null : date;
    return utcWords(speech, Date.parse(day), "date");
  };
}
