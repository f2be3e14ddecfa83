import { type Clock, ownClock } from "#app/ui/clock.ts";
import { dateFormat } from "#domain/words/formats.ts";
import { LANGUAGE } from "#domain/words/languages.ts";
import { type Speech, say } from "#domain/words/say.ts";

/** `near` says today, yesterday or tomorrow where that is so, and leaves out the year that it is. */
export type TimeShow = "date" | "time" | "moment" | "near" | "weekday";

const shapes: Record<TimeShow, Intl.DateTimeFormatOptions> = {
  date: { day: "numeric", month: "short", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
  moment: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  weekday: { weekday: "long", hour: "2-digit", minute: "2-digit" },
  near: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
};

/** A moment (milliseconds since 1970) in words, by the reader's own clock where none is given. */
export function timeWords(speech: Speech, at: number, show: TimeShow, clock: Clock = ownClock()): string {
  if (!isMoment(at)) return say(speech, "times", "never");
  if (show !== "near") return written(speech, at, show, clock);
  const [day, today] = [dayOf(at, clock), dayOf(clock.now, clock)];
  const near = NEAR[(Date.parse(day) - Date.parse(today)) / DAY];
  if (near) return say(speech, "times", near, { time: written(speech, at, "time", clock) });
  return written(speech, at, day.slice(0, 4) === today.slice(0, 4) ? "near" : "moment", clock);
}

/** The same in UTC, with its year, for a reader whose clock is not known. */
export const utcWords = (speech: Speech, at: number, show: TimeShow): string =>
  timeWords(speech, at, show === "near" ? "moment" : show, { zone: "UTC", now: at });

export const isMoment = (at: number) => !Number.isNaN(new Date(at).getTime());

function written({ language }: Speech, at: number, show: TimeShow, { zone }: Clock): string {
  return dateFormat(LANGUAGE[language].locale, { ...shapes[show], timeZone: zone }).format(at);
}

const DAY = 86_400_000;
const NEAR: Record<number, "yesterday" | "today" | "tomorrow"> = { [-1]: "yesterday", 0: "today", 1: "tomorrow" };

/** The calendar day on which a moment falls: YYYY-MM-DD. */
function dayOf(at: number, { zone }: Clock): string {
  const shape = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return dateFormat("en-CA", { ...shape, timeZone: zone }).format(at);
}
