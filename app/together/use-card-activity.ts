import { useEffect, useRef } from "react";
import type { CardConnection } from "#app/card/connection.ts";
import { activity } from "#app/together/activity.ts";
import { levelOf } from "#app/together/choices.ts";
import { watchEdits } from "#app/together/edit-watch.ts";
import type { HistoryEntry } from "#server/services/history.ts";

type Given = { connection: CardConnection | null; history: readonly HistoryEntry[]; memberId: string };

/** Tells what colleagues do on the open card, as much of it as this person wants to hear. */
export function useCardActivity({ connection, history, memberId }: Given): void {
  useEffect(() => {
    if (!connection) return;
    return watchEdits(connection, (news) => {
      const level = levelOf(memberId).get();
      const own = connection.presence.awareness.getLocalState()?.field as string | null | undefined;
      const heard = news.filter(({ place }) => level === "all" || (level === "near" && isNear(own, place)));
      for (const one of heard) activity.say(one.text);
    });
  }, [connection, memberId]);
  const seen = useRef(latest(history));
  useEffect(() => {
    if (levelOf(memberId).get() !== "none")
      for (const text of decisionsSince(history, seen.current, memberId)) activity.say(text);
    seen.current = Math.max(seen.current, latest(history));
  }, [history, memberId]);
}

const isNear = (own: string | null | undefined, place: string) =>
  own === place || Boolean(own?.startsWith(`${place}/`));

const latest = (history: readonly HistoryEntry[]) =>
  Math.max(0, ...history.map((one) => (one.kind === "decision" ? one.at : 0)));

/** What others decided after a moment, oldest first: "Bo Lindqvist signed off". */
export function decisionsSince(history: readonly HistoryEntry[], since: number, memberId: string): string[] {
  return history
    .flatMap((one) => (one.kind === "decision" && one.at > since && one.member?.id !== memberId ? [one] : []))
    .reverse()
    .map(({ member, summary }) => `${member?.name ?? "Somebody"} ${summary}`);
}
