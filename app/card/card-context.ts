import { createContext, useContext, useRef, useSyncExternalStore } from "react";
import type { CardConnection } from "#app/card/connection.ts";
import type { Colleague } from "#app/card/presence.ts";
import { AT_FIRST, type SavingFacts, savingOf } from "#app/card/saving.ts";
import type { Card } from "#domain/card.ts";

export type CardContextValue = {
  /** Null on the server and until the page is taken over. */
  connection: CardConnection | null;
  /** The card as the page was rendered with it. */
  first: Card;
  /** What the member's role allows. */
  canEdit: boolean;
  memberId: string;
};

export const CardContext = createContext<CardContextValue | null>(null);

export function useCardContext(): CardContextValue {
  const value = useContext(CardContext);
  if (!value) throw new Error("A part of the card stands outside it.");
  return value;
}

const never = () => () => {};
const nobody: readonly Colleague[] = [];

/** A part of the card as it is now: live once the server's state is here, else as rendered. Repaints only when it differs. */
export function useCard<T>(select: (card: Card) => T): T {
  const { connection, first } = useCardContext();
  const last = useRef<{ json: string; value: T } | null>(null);
  const read = () => {
    const value = select(connection?.card.read() ?? first);
    const json = JSON.stringify(value);
    if (last.current?.json !== json) last.current = { json, value };
    return last.current.value;
  };
  return useSyncExternalStore(connection?.card.subscribe ?? never, read, read);
}

export function useSavingFacts(): SavingFacts {
  const { connection } = useCardContext();
  const read = () => connection?.facts.read() ?? AT_FIRST;
  return useSyncExternalStore(connection?.facts.subscribe ?? never, read, () => AT_FIRST);
}

/** The connection while this member may type, else null: before the live card is here, and after the server said no. */
export function useEditing(): CardConnection | null {
  const { connection, canEdit } = useCardContext();
  const read = () => {
    if (!connection || !canEdit) return false;
    const facts = connection.facts.read();
    const saving = savingOf(facts);
    return facts.everSynced && !(saving.kind === "refused" && saving.final);
  };
  const open = useSyncExternalStore(connection?.facts.subscribe ?? never, read, () => false);
  return open ? connection : null;
}

export function useColleagues(): readonly Colleague[] {
  const { connection } = useCardContext();
  const read = () => connection?.presence.colleagues.read() ?? nobody;
  return useSyncExternalStore(connection?.presence.colleagues.subscribe ?? never, read, () => nobody);
}
