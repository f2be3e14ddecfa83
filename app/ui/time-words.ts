import { dateFormat } from "#domain/words/formats.ts";
import { LANGUAGE } from "#domain/words/languages.ts";
import { type Speech, say } from "#domain/words/say.ts";

/** `near` says today, yesterday or tomorrow where that is so, once the reader's own clock is known. */
export type TimeShow = "date" | "time" | "moment" | "near" | "weekday";

const shapes: Record<TimeShow, Intl.DateTimeFormatOptions> = {
  date: { day: "numeric", month: "short", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
  moment: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  weekday: { weekday: "long", hour: "2-digit", minute: "2-digit" },
  near: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
};

/** A moment (milliseconds since 1970) in words, in the reader's own time zone where none is given. */
export function timeWords(speech: Speech, at: number, show: TimeShow, timeZone?: string): string {
  if (!isMoment(at)) return say(speech, "times", "never");
  const day = show === "near" && !timeZone ? nearDay(at) : null;
  if (day) return say(speech, "times", day, { time: timeWords(speech, at, "time") });
  // Which year it is, only the reader's clock can tell.
  const shape = show === "near" && (timeZone || !isThisYear(at)) ? shapes.moment : shapes[show];
  const { locale } = LANGUAGE[speech.language];
  return dateFormat(locale, { ...shape, ...(timeZone && { timeZone }) }).format(at);
}

export const isMoment = (at: number) => !Number.isNaN(new Date(at).getTime());
const isThisYear = (at: number) => new Date(at).getFullYear() === new Date().getFullYear();

function nearDay(at: number): "today" | "yesterday" | "tomorrow" | null {
  const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(at) - midnight(Date.now())) / 86_400_000);
  return days === 0 ? "today" : days === -1 ? "yesterday" : days === 1 ? "tomorrow" : null;
}
