import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { CardConnection } from "#app/card/connection.ts";
import type { Colleague } from "#app/card/presence.ts";
import { AT_FIRST, type SavingFacts, savingOf } from "#app/card/saving.ts";
import { usePart } from "#app/card/use-part.ts";
import type { Card } from "#domain/card.ts";

export type CardContextValue = {
  /** Null on the server and until the page is taken over. */
  connection: CardConnection | null;
  /** The card as the page was rendered with it. */
  first: Card;
  /** What the member's role allows. */
  canEdit: boolean;
  memberId: string;
  claimId: string;
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
  const ofCard = useCallback((card: Card | null) => select(card ?? first), [select, first]);
  return usePart(connection?.card, first, ofCard);
}

/** All of it, for what compares it or counts with it. */
export function useWholeCard(): Card {
  const { connection, first } = useCardContext();
  const read = () => connection?.card.read() ?? first;
  return useSyncExternalStore(connection?.card.subscribe ?? never, read, read);
}

/** A part of what is known about the connection. */
export function useSaving<T>(select: (facts: SavingFacts) => T): T {
  const { connection } = useCardContext();
  return usePart(connection?.facts, AT_FIRST, select);
}

/** The connection while this member may type, else null: before the live card is here, and after the server said no. */
export function useEditing(): CardConnection | null {
  const { connection, canEdit } = useCardContext();
  const isOpen = useSaving(takesEdits);
  return canEdit && isOpen ? connection : null;
}

function takesEdits(facts: SavingFacts): boolean {
  const saving = savingOf(facts);
  return facts.everSynced && !(saving.kind === "refused" && saving.final);
}

/** A part of what is known about the others on the card. */
export function useColleagues<T>(select: (colleagues: readonly Colleague[]) => T): T {
  const { connection } = useCardContext();
  return usePart(connection?.presence.colleagues, nobody, select);
}
