import { useHydrated } from "#app/ui/use-hydrated.ts";

/** `near` says today, yesterday or tomorrow where that is so, once the reader's own clock is known. */
export type TimeShow = "date" | "time" | "moment" | "near" | "weekday";

const shapes: Record<TimeShow, Intl.DateTimeFormatOptions> = {
  date: { day: "numeric", month: "short", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
  moment: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  weekday: { weekday: "long", hour: "2-digit", minute: "2-digit" },
  near: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
};

/** A moment (milliseconds since 1970): in UTC from the server, in the reader's own zone afterwards; UTC stays in the title. */
export function Time({ at, show = "moment" }: { at: number; show?: TimeShow }) {
  const here = useHydrated();
  if (!isMoment(at)) return <span>{NEVER}</span>;
  const utc = `${inWords(at, "moment", "UTC")} UTC`;
  const text = here
    ? inWords(at, show)
    : show === "date"
      ? inWords(at, show, "UTC")
      : `${inWords(at, show, "UTC")} UTC`;
  return (
    <time dateTime={new Date(at).toISOString()} title={utc}>
      {text}
    </time>
  );
}

/** The same words as text, for labels and announcements. */
export function inWords(at: number, show: TimeShow, timeZone?: string): string {
  if (!isMoment(at)) return NEVER;
  const day = show === "near" && !timeZone ? nearDay(at) : null;
  if (day) return `${day} ${inWords(at, "time")}`;
  // Which year it is, only the reader's clock can tell.
  const shape = show === "near" && (timeZone || !isThisYear(at)) ? shapes.moment : shapes[show];
  return new Intl.DateTimeFormat("en-GB", { ...shape, ...(timeZone && { timeZone }) }).format(at);
}

const NEVER = "no real time";
const isMoment = (at: number) => !Number.isNaN(new Date(at).getTime());
const isThisYear = (at: number) => new Date(at).getFullYear() === new Date().getFullYear();

function nearDay(at: number): string | null {
  const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(at) - midnight(Date.now())) / 86_400_000);
  return days === 0 ? "today" : days === -1 ? "yesterday" : days === 1 ? "tomorrow" : null;
}
