import { useCallback, useEffect, useRef } from "react";
import type { CardConnection } from "#app/card/connection.ts";
import { activity } from "#app/together/activity.ts";
import { type Level, levelOf } from "#app/together/choices.ts";
import { type ColleagueEdit, watchEdits } from "#app/together/edit-watch.ts";
import { editWords } from "#app/together/edit-words.ts";
import { useTimeWords } from "#app/ui/time.tsx";
import { useLanguage, useSaying, useWords } from "#app/words/speech.tsx";
import { type EventSaying, eventAsSaying } from "#domain/event-saying.ts";
import type { HistoryEntry } from "#server/services/history.ts";

type Given = { connection: CardConnection | null; history: readonly HistoryEntry[]; memberId: string };

/** Tells what colleagues do on the open card, as much of it as this person wants to hear. */
export function useCardActivity({ connection, history, memberId }: Given): void {
  const say = useWords("together");
  const sayPlace = useWords("places");
  const sayDecision = useSayDecision();
  const { locale } = useLanguage();
  useEffect(() => {
    if (!connection) return;
    const and = new Intl.ListFormat(locale, { type: "conjunction" });
    return watchEdits(connection, (news) => {
      const level = levelOf(memberId).get();
      const own = connection.presence.awareness.getLocalState()?.field as string | null | undefined;
      for (const { place, names, before, after } of heardEdits(level, own, news)) {
        const who = and.format(names.map((name) => name ?? say("a_colleague")));
        activity.say(editWords({ say, sayPlace }, who, place, before, after));
      }
    });
  }, [connection, memberId, say, sayPlace, locale]);
  const seen = useRef(latest(history));
  useEffect(() => {
    if (levelOf(memberId).get() !== "none")
      for (const one of decisionsSince(history, seen.current, memberId)) activity.say(sayDecision(one));
    seen.current = Math.max(seen.current, latest(history));
  }, [history, memberId, sayDecision]);
}

/** Which edits somebody is told of who is in a field of their own: all, those in that field, or none. */
export const heardEdits = (level: Level, own: string | null | undefined, news: readonly ColleagueEdit[]) =>
  news.filter(({ place }) => level === "all" || (level === "near" && isNear(own, place)));

const isNear = (own: string | null | undefined, place: string) =>
  own === place || Boolean(own?.startsWith(`${place}/`));

const latest = (history: readonly HistoryEntry[]) =>
  Math.max(0, ...history.map((one) => (one.kind === "decision" ? one.at : 0)));

type Told = { who: string | null; says: EventSaying };

/** What others decided after a moment, oldest first. */
export function decisionsSince(history: readonly HistoryEntry[], since: number, memberId: string): Told[] {
  return history
    .flatMap((one) => (one.kind === "decision" && one.at > since && one.member?.id !== memberId ? [one] : []))
    .reverse()
    .map(({ member, says }) => ({ who: member?.name ?? null, says }));
}

/** "Bo Lindqvist signed off". */
function useSayDecision(): (told: Told) => string {
  const say = useWords("together");
  const sayIt = useSaying("events");
  const inWords = useTimeWords();
  return useCallback(
    ({ who, says }) =>
      sayIt(eventAsSaying(says, { who: who ?? say("somebody"), moment: (at) => inWords(at, "moment") })),
    [say, sayIt, inWords],
  );
}
